import { describe, expect, it } from 'vitest';
import { exitRowProblem } from '../../../main/rules/exit-row.ts';

const fit = { type: 'ADT', infant: false, assistance: false } as const;
const CASES = [
  [fit, undefined],
  [{ ...fit, age: 15 }, undefined],
  [{ ...fit, age: 14 }, 'nobody under 15 may sit there'],
  [{ ...fit, type: 'CHD' }, 'nobody under 15 may sit there'],
  [{ ...fit, type: 'INS' }, 'nobody under 15 may sit there'],
  [{ ...fit, infant: true }, 'nobody with an infant may sit there'],
  [{ ...fit, assistance: true }, 'nobody who needs assistance may sit there'],
] as const;

describe('exit rows', () => {
  it.each(CASES)('%o: %s', (passenger, problem) => {
    expect(exitRowProblem(passenger)).toBe(problem);
  });
});
