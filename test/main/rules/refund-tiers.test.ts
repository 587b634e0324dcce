import { describe, expect, it } from 'vitest';
import { refundTier } from '../../../main/rules/refund-tiers.ts';
import { HOUR_MS, instant } from '../../../shared/instants.ts';

const TIERS = [
  { overHours: 24, percent: 100 },
  { overHours: 6, percent: 50 },
  { overHours: 0, percent: 0 },
];
const DEPARTS = instant(1_000 * HOUR_MS);

const CASES: readonly [name: string, before: number, percent: number, rule: string][] = [
  ['a millisecond over 24 h', 24 * HOUR_MS + 1, 100, 'over 24 h before departure'],
  ['exactly 24 h is not over 24 h', 24 * HOUR_MS, 50, '6 to 24 h before departure'],
  ['a millisecond over 6 h', 6 * HOUR_MS + 1, 50, '6 to 24 h before departure'],
  ['exactly 6 h', 6 * HOUR_MS, 0, 'at most 6 h before departure'],
  ['the last millisecond', 1, 0, 'at most 6 h before departure'],
  ['at departure', 0, 0, 'after departure'],
  ['after departure', -HOUR_MS, 0, 'after departure'],
];

describe('refund tiers', () => {
  it.each(CASES)('%s', (_name, before, percent, rule) => {
    expect(refundTier(TIERS, DEPARTS, instant(DEPARTS - before))).toEqual({ percent, rule });
    expect(refundTier(TIERS.toReversed(), DEPARTS, instant(DEPARTS - before))).toEqual({ percent, rule });
  });

  it('gives nothing back under the last tier, or without any', () => {
    const now = instant(DEPARTS - HOUR_MS);
    expect(refundTier([{ overHours: 2, percent: 80 }], DEPARTS, now)).toEqual({ percent: 0, rule: 'at most 2 h before departure' });
    expect(refundTier([{ overHours: 0, percent: 80 }], DEPARTS, now)).toEqual({ percent: 80, rule: 'until departure' });
    expect(refundTier([], DEPARTS, now)).toEqual({ percent: 0, rule: 'until departure' });
  });
});
