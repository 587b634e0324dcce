import { describe, expect, test } from 'vitest';
import { ageOn } from '../../shared/passengers.ts';

describe('an age', () => {
  test.each([
    ['2014-11-21', '2026-11-20', 11],
    ['2014-11-21', '2026-11-21', 12], // the birthday counts
    ['2024-02-29', '2026-02-28', 1],
    ['2024-02-29', '2026-03-01', 2],
    ['2026-12-01', '2026-11-21', -1],
  ])('born %s, on %s: %i', (born, on, age) => expect(ageOn(born, on)).toBe(age));
});
