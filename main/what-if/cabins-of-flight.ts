import { assert } from '../../shared/assert.ts';
import type { PolicyRule } from '../../shared/pricing/policy.ts';
import type { PriceQuestion } from '../../shared/pricing/rules/price-rule.ts';
import { CABINS } from '../../shared/seat-map.ts';
import type { CabinFacts } from '../pricing/what-if/changed-flights.ts';
import { type CabinCounter, type FlightRow, flightName } from '../store/tables/flights-table.ts';
import { cabinTaken, flightTaken, priceQuestion, serviceDate } from '../views/price-question.ts';

export interface CabinOfFlight {
  /** For a list. Made only if the cabin is listed. */
  readonly facts: () => CabinFacts;
  readonly question: PriceQuestion;
}

/** The cabins of a flight as they are loaded, each with what the rules need to price it. */
export function cabinsOfFlight(
  row: FlightRow,
  counters: readonly CabinCounter[],
  rules: readonly PolicyRule[],
  pricing: Parameters<typeof priceQuestion>[0],
): CabinOfFlight[] {
  const { reference } = pricing;
  const plan = reference.seatPlan(row.seat_map);
  const origin = reference.airportAt(row.origin, row.departs_at);
  assert(plan && origin, `flight ${row.id} flies with facts that this Aisle does not know`);
  const ofFlight = flightTaken(counters, plan);
  return CABINS.flatMap((cabin) => {
    const capacity = plan.capacity[cabin];
    if (capacity === undefined) return [];
    const ofCabin = cabinTaken(counters, cabin, capacity);
    const facts = (): CabinFacts => ({
      ...{ flightId: row.id, flight: flightName(row), origin: row.origin, destination: row.destination, originZone: origin.zone },
      ...{ date: serviceDate(row.service_day), departsAt: row.departs_at, cabin, currency: row.currency },
      ...{ authorised: ofCabin.authorised, taken: ofCabin.held + ofCabin.sold },
    });
    return [{ facts, question: priceQuestion(pricing, row, cabin, { ofCabin, ofFlight }, rules) }];
  });
}
