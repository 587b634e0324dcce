import { describe, expect, it } from 'vitest';
import { connectionProblem } from '../../../main/rules/connections.ts';
import { type NumberedLeg, staysOnBoard } from '../../../main/rules/through-flight.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { tinyReference } from '../support/tiny-reference.ts';

const BEFORE: NumberedLeg = {
  ...{ carrier: 'QX', number: 41, suffix: '', origin: 'BOS', destination: 'ORD' },
  ...{ departs_at: 0, arrives_at: 3 * HOUR_MS, equipment: '738', operating_day: 20_000 },
};
const NEXT: NumberedLeg = {
  ...BEFORE,
  ...{ origin: 'ORD', destination: 'LAX', departs_at: 3 * HOUR_MS + 25 * MINUTE_MS, arrives_at: 8 * HOUR_MS },
};

const CASES: readonly [what: string, next: Partial<NumberedLeg>, stays: boolean][] = [
  ['one number, one day, one aircraft', {}, true],
  ['it leaves when it lands', { departs_at: BEFORE.arrives_at }, true],
  ['it leaves before it lands', { departs_at: BEFORE.arrives_at - 1 }, false],
  ['another carrier', { carrier: 'QY' }, false],
  ['another number', { number: 42 }, false],
  ['another suffix', { suffix: 'A' }, false],
  ['a change of gauge', { equipment: '320' }, false],
  ['the run of the next day', { operating_day: 20_001 }, false],
  ['from the other airport of the city', { origin: 'MDW' }, false],
];

describe('who stays on board', () => {
  it.each(CASES)('%s', (_what, more, stays) => {
    expect(staysOnBoard(BEFORE, { ...NEXT, ...more })).toBe(stays);
    if (stays) expect(connectionProblem(BEFORE, { ...NEXT, ...more }, tinyReference)).toBeUndefined();
    else expect(connectionProblem(BEFORE, { ...NEXT, ...more }, tinyReference)).toMatch(/minutes to change|leaves/);
  });
});
