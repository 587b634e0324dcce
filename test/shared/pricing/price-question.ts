import type { PriceQuestion } from '../../../shared/pricing/rules/price-rule.ts';

/** An economy seat of a flight without bookings, on a Thursday 30 days ahead; change what a case is about. */
export const priceQuestion = (more: Partial<PriceQuestion> = {}): PriceQuestion => ({
  baseFare: 100_00,
  currency: 'USD',
  origin: 'from the schedule file',
  miles: 1_000,
  date: '2026-11-26',
  daysAhead: 30,
  cabin: 'Y',
  ofCabin: { authorised: 100, held: 0, sold: 0 },
  ofFlight: { authorised: 120, held: 0, sold: 0 },
  seat: 'standard',
  competitor: undefined,
  passenger: 'ADT',
  promotion: undefined,
  ...more,
});
