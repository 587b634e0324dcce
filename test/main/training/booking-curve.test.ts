import { describe, expect, it } from 'vitest';
import { BOOKING_CURVE, FIRST_SALE_DAYS, leadDays, shareSold } from '../../../main/training/booking-curve.ts';

describe('the booking curve', () => {
  it('never rises with the days before departure, from all of the sales to none', () => {
    for (const [place, [days, share]] of BOOKING_CURVE.entries()) {
      const [before = -1, more = 1] = BOOKING_CURVE[place - 1] ?? [];
      expect(days).toBeGreaterThan(before);
      expect(share).toBeLessThanOrEqual(more);
    }
    expect([shareSold(0), shareSold(FIRST_SALE_DAYS), shareSold(FIRST_SALE_DAYS + 1)]).toEqual([1, 0, 0]);
  });

  it.each([
    [0, 1],
    [3.5, 0.9975],
    [21, 0.88],
    [82.5, 0.535],
    [90, 0.5],
    [320, 0.005],
  ])('%f days before departure the share %f is sold, and back', (days, share) => {
    expect(shareSold(days)).toBeCloseTo(share, 10);
    expect(leadDays(share)).toBeCloseTo(days, 8);
  });

  it.each([
    [1, 0],
    [2, 0],
    [0, FIRST_SALE_DAYS],
  ])('of the share %f the last sale is made %f days before', (share, days) => expect(leadDays(share)).toBeCloseTo(days, 10));
});
