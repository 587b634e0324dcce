import { describe, expect, it } from 'vitest';
import { flownMilesMax } from '../../../main/rules/circuity.ts';

// Each band at its inclusive end, and just beyond it.
const CASES: readonly [direct: number, flown: number, offered: boolean][] = [
  [250, 600, true],
  [250, 600.01, false],
  [250.01, 475, true],
  [250.01, 480, false],
  [800, 1_520, true],
  [800, 1_520.01, false],
  [800.01, 1_201, false],
  [2_000, 3_000, true],
  [2_000, 3_000.01, false],
  [2_000.01, 2_601, false],
  [3_000, 3_900, true],
  [3_000, 3_900.01, false],
  // 1.9 x 700 is 1,330 on paper and a hair less in binary.
  [700, 1_330, true],
];

describe('circuity', () => {
  it.each(CASES)('%d miles apart, %d flown: offered %s', (direct, flown, offered) => {
    expect(flown <= flownMilesMax(direct)).toBe(offered);
  });
});
