import { assert } from '../../shared/assert.ts';
import type { Instant } from '../../shared/instants.ts';
import type { CabinLoad, FlightSummary } from '../../shared/methods/flights.ts';
import type { Minor } from '../../shared/money.ts';
import { fareByPolicy } from '../../shared/pricing/price-by-policy.ts';
import type { PriceQuestion } from '../../shared/pricing/rules/price-rule.ts';
import { CABINS, type Cabin } from '../../shared/seat-map.ts';
import type { Reference, SeatPlan } from '../reference/reference.ts';
import { flownBetween } from '../rules/flown-between.ts';
import type { ReadDatabase } from '../store/database.ts';
import { marketedAs } from '../store/tables/codeshares-table.ts';
import { type CabinCounter, cabinCounters, type FlightRow, flightName } from '../store/tables/flights-table.ts';
import { readPolicies } from './known-policies.ts';
import { cabinTaken, flightTaken, type PricedFlight, type PricingNow, priceQuestion, serviceDate } from './price-question.ts';

export const NO_COUNTERS: readonly CabinCounter[] = [];

/** A flight as lists show it. */
export function flightSummary(
  row: FlightRow,
  counters: readonly CabinCounter[],
  pricing: PricingNow,
  marketed: readonly string[] = [],
): FlightSummary {
  const { reference } = pricing;
  const plan = reference.seatPlan(row.seat_map);
  const [origin, destination] = flownBetween(reference, row);
  assert(plan && origin && destination, `flight ${row.id} flies with facts that this Aisle does not know`);
  return {
    flightId: row.id,
    flight: flightName(row),
    carrier: row.carrier,
    origin: row.origin,
    destination: row.destination,
    originZone: origin.zone,
    destinationZone: destination.zone,
    date: serviceDate(row.service_day),
    departsAt: row.departs_at,
    arrivesAt: row.arrives_at,
    equipment: row.equipment,
    currency: row.currency,
    ...(row.cancelled === 1 ? { cancelled: true } : {}),
    ...(marketed.length > 0 ? { marketedAs: [...marketed] } : {}),
    cabins: cabinLoads(row, plan, counters, pricing),
  };
}

/** What an adult in a standard seat of a cabin costs when so much is taken, in minor units. */
export function cabinPrice(
  flight: PricedFlight,
  cabin: Cabin,
  taken: Pick<PriceQuestion, 'ofCabin' | 'ofFlight'>,
  pricing: PricingNow,
): Minor {
  const { rules } = pricing.policies.of(flight, pricing.now);
  return fareByPolicy(rules, priceQuestion(pricing, flight, cabin, taken, rules));
}

/** What is taken of each cabin and what it costs, by the counters of one flight. */
export function cabinLoads(
  flight: PricedFlight,
  plan: Pick<SeatPlan, 'capacity'>,
  counters: readonly CabinCounter[],
  pricing: PricingNow,
): CabinLoad[] {
  const { rules } = pricing.policies.of(flight, pricing.now);
  const ofFlight = flightTaken(counters, plan);
  const cabins: CabinLoad[] = [];
  for (const cabin of CABINS) {
    const capacity = plan.capacity[cabin];
    if (capacity === undefined) continue;
    const load = cabinTaken(counters, cabin, capacity);
    const price = fareByPolicy(rules, priceQuestion(pricing, flight, cabin, { ofCabin: load, ofFlight }, rules));
    cabins.push({ cabin, capacity, ...load, price });
  }
  return cabins;
}

interface Moment {
  readonly db: ReadDatabase;
  readonly now: Instant;
  readonly reference: Reference;
}

/** What prices are worked out by in this snapshot. */
export const pricingNow = async ({ db, now, reference }: Moment): Promise<PricingNow> => ({
  policies: await readPolicies(db),
  now,
  reference,
});

export const readSummary = async (moment: Moment, row: FlightRow): Promise<FlightSummary> =>
  flightSummary(row, await cabinCounters(moment.db, row.id), await pricingNow(moment), await marketedAs(moment.db, row));
