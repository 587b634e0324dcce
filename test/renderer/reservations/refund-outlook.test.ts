import { expect, test } from 'vitest';
import { refundOutlook, tierRule } from '../../../renderer/reservations/refund-outlook.ts';
import { HOUR_MS, SECOND_MS } from '../../../shared/instants.ts';

const TIERS = [
  { overHours: 24, percent: 100 },
  { overHours: 6, percent: 50 },
  { overHours: 0, percent: 0 },
];
const DEPARTS = 1_000 * HOUR_MS;

test.each([
  // time left, percent, back of 150.01, rule, hours before departure at which it falls, to
  [48 * HOUR_MS, 100, 15_001, 'over 24 h', 24, 50],
  [24 * HOUR_MS + 1, 100, 15_001, 'over 24 h', 24, 50],
  [24 * HOUR_MS, 50, 7_501, '6 to 24 h', 6, 0], // exactly 24 h is not over 24 h; half up
  [6 * HOUR_MS + SECOND_MS, 50, 7_501, '6 to 24 h', 6, 0],
  [6 * HOUR_MS, 0, 0, 'less than 6 h', null, 0],
  [1, 0, 0, 'less than 6 h', null, 0],
])('%i ms before departure %i %% goes back', (left, percent, refund, rule, fallsHours, fallsTo) => {
  const outlook = refundOutlook(TIERS, 15_001, DEPARTS, DEPARTS - left);
  const fallsAt = fallsHours === null ? null : DEPARTS - fallsHours * HOUR_MS;
  expect(outlook).toMatchObject({ percent, refund, rule, fallsAt, fallsTo });
});

test('nothing is foretold once the flight has left, or before the tiers are known', () => {
  expect(refundOutlook(TIERS, 15_000, DEPARTS, DEPARTS)).toBeUndefined();
  expect(refundOutlook([], 15_000, DEPARTS, DEPARTS - HOUR_MS)).toBeUndefined();
});

test('a tier that gives the same is no fall', () => {
  const tiers = [
    { overHours: 24, percent: 50 },
    { overHours: 6, percent: 50 },
    { overHours: 0, percent: 0 },
  ];
  expect(refundOutlook(tiers, 100, DEPARTS, DEPARTS - 48 * HOUR_MS)).toMatchObject({ fallsAt: DEPARTS - 6 * HOUR_MS, fallsTo: 0 });
});

test('a single tier holds at any time', () => expect(tierRule([{ overHours: 0, percent: 10 }], 0)).toBe('any time'));
