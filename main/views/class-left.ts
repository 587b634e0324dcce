import { type ClassNow, classAvailability } from '../../shared/pricing/rules/class-availability.ts';
import type { PriceQuestion } from '../../shared/pricing/rules/price-rule.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import type { FlightRow } from '../store/tables/flights-table.ts';
import { type PricingNow, priceQuestion } from './price-question.ts';

/**
 * A booking class of a flight as it stands now: its fare, and the seats that it can sell by the classes nested above it and by what was decided by hand.
 * Undefined where the policy in force has no such class in this cabin, or has it in another currency.
 */
export function classLeft(
  pricing: PricingNow,
  flight: FlightRow,
  cabin: Cabin,
  taken: Pick<PriceQuestion, 'ofCabin' | 'ofFlight'>,
  code: string,
): ClassNow | undefined {
  const { rules } = pricing.policies.of(flight, pricing.now);
  for (const rule of rules) {
    if (rule.rule !== 'bookingClasses' || rule.currency !== flight.currency) continue;
    return classAvailability(rule, priceQuestion(pricing, flight, cabin, taken, rules)).find((one) => one.code === code);
  }
  return undefined;
}
