import { describe, expect, it } from 'vitest';
import { HOUR_MS, instant } from '../../shared/instants.ts';
import { refundRule, tiersInOrder, tierText } from '../../shared/refund-rules.ts';

const TIERS = [
  { overMinutes: 24 * 60, percent: 100 },
  { overMinutes: 6 * 60, percent: 50 },
  { overMinutes: 0, percent: 0 },
];
const DEPARTS = instant(1_000 * HOUR_MS);

const CASES: readonly [name: string, left: number, percent: number, rule: string, fallsHours: number | null, fallsTo: number][] = [
  ['two days before', 48 * HOUR_MS, 100, 'over 24 h before departure', 24, 50],
  ['a millisecond over 24 h', 24 * HOUR_MS + 1, 100, 'over 24 h before departure', 24, 50],
  ['exactly 24 h is not over 24 h', 24 * HOUR_MS, 50, '6 to 24 h before departure', 6, 0],
  ['a millisecond under 24 h', 24 * HOUR_MS - 1, 50, '6 to 24 h before departure', 6, 0],
  ['a millisecond over 6 h', 6 * HOUR_MS + 1, 50, '6 to 24 h before departure', 6, 0],
  ['exactly 6 h is not over 6 h', 6 * HOUR_MS, 0, 'at most 6 h before departure', null, 0],
  ['a millisecond under 6 h', 6 * HOUR_MS - 1, 0, 'at most 6 h before departure', null, 0],
  ['the last millisecond', 1, 0, 'at most 6 h before departure', null, 0],
  ['at departure', 0, 0, 'after departure', null, 0],
  ['a millisecond after departure', -1, 0, 'after departure', null, 0],
];

describe('the refund rule', () => {
  it.each(CASES)('%s', (_name, left, percent, rule, fallsHours, fallsTo) => {
    const fallsAt = fallsHours === null ? null : DEPARTS - fallsHours * HOUR_MS;
    for (const tiers of [TIERS, TIERS.toReversed()])
      expect(refundRule(tiers, DEPARTS, instant(DEPARTS - left))).toMatchObject({ percent, rule, fallsAt, fallsTo });
  });

  it('falls at the very millisecond that it foretells', () => {
    const { fallsAt, fallsTo } = refundRule(TIERS, DEPARTS, instant(DEPARTS - 30 * HOUR_MS));
    expect(refundRule(TIERS, DEPARTS, instant(Number(fallsAt))).percent).toBe(fallsTo);
    expect(refundRule(TIERS, DEPARTS, instant(Number(fallsAt) - 1)).percent).toBe(100);
  });

  it('gives nothing back below the last tier, or without any', () => {
    const now = instant(DEPARTS - HOUR_MS);
    const rule = (tiers: typeof TIERS) => refundRule(tiers, DEPARTS, now);
    expect(rule([{ overMinutes: 2 * 60, percent: 80 }])).toMatchObject({ tier: 1, percent: 0, rule: 'at most 2 h before departure' });
    expect(rule([{ overMinutes: 0, percent: 80 }])).toMatchObject({ tier: 0, percent: 80, rule: 'until departure' });
    expect(rule([])).toMatchObject({ percent: 0, rule: 'until departure' });
  });

  it('does not count a tier that gives the same as a fall', () => {
    const tiers = [
      { overMinutes: 24 * 60, percent: 50 },
      { overMinutes: 6 * 60, percent: 50 },
      { overMinutes: 0, percent: 0 },
    ];
    expect(refundRule(tiers, DEPARTS, instant(DEPARTS - 48 * HOUR_MS))).toMatchObject({ fallsAt: DEPARTS - 6 * HOUR_MS, fallsTo: 0 });
  });

  it('tells each tier by its neighbours', () => {
    const told = (tiers: typeof TIERS) => tiersInOrder(tiers).map((_tier, place) => tierText(tiersInOrder(tiers), place));
    expect(told(TIERS)).toEqual(['over 24 h', '6 to 24 h', 'at most 6 h']);
    expect(told([{ overMinutes: 2 * 60, percent: 80 }])).toEqual(['over 2 h', 'at most 2 h']);
    expect(told([{ overMinutes: 0, percent: 10 }])).toEqual(['any time']);
  });
});
