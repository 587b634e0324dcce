import { assert } from '../../shared/assert.ts';
import { dateOfDay } from '../../shared/instants.ts';
import type { CabinLoad, FlightSummary } from '../../shared/methods/flights.ts';
import { CABINS } from '../../shared/seat-map.ts';
import { priceOf } from '../pricing/fare.ts';
import type { Reference, SeatPlan } from '../reference/reference.ts';
import type { ReadDatabase } from '../store/database.ts';
import { type CabinCounter, cabinCounters, type FlightRow, flightName } from '../store/tables/flights-table.ts';

export const NO_COUNTERS: readonly CabinCounter[] = [];

/** A flight as lists show it. A cabin without a counter has sold nothing, and all seats of its map are for sale. */
export function flightSummary(row: FlightRow, counters: readonly CabinCounter[], reference: Reference): FlightSummary {
  const plan = reference.seatPlan(row.seat_map);
  const origin = reference.airport(row.origin);
  const destination = reference.airport(row.destination);
  assert(plan && origin && destination, `flight ${row.id} flies with facts that this Aisle does not know`);
  return {
    flightId: row.id,
    flight: flightName(row),
    carrier: row.carrier,
    origin: row.origin,
    destination: row.destination,
    originZone: origin.zone,
    destinationZone: destination.zone,
    date: dateText(row.service_day),
    departsAt: row.departs_at,
    arrivesAt: row.arrives_at,
    equipment: row.equipment,
    currency: row.currency,
    ...(row.cancelled === 1 ? { cancelled: true } : {}),
    cabins: cabinLoads(row, plan, counters),
  };
}

/** What is taken of each cabin and what it costs, by the counters of one flight. */
export function cabinLoads(
  flight: Pick<FlightRow, 'base_fare' | 'currency' | 'strategy'>,
  { capacity: capacities }: Pick<SeatPlan, 'capacity'>,
  counters: readonly CabinCounter[],
): CabinLoad[] {
  const cabins: CabinLoad[] = [];
  for (const cabin of CABINS) {
    const capacity = capacities[cabin];
    if (capacity === undefined) continue;
    const counter = counters.length === 0 ? undefined : counters.find((candidate) => candidate.cabin === cabin);
    const load = { authorised: counter?.authorised ?? capacity, held: counter?.held ?? 0, sold: counter?.sold ?? 0 };
    cabins.push({ cabin, capacity, ...load, price: priceOf(flight, cabin, load) });
  }
  return cabins;
}

/** A cache of dates as text: a board holds a few dates thousands of times. */
const dates = new Map<number, string>();

function dateText(day: number): string {
  let text = dates.get(day);
  if (text === undefined) {
    text = dateOfDay(day);
    dates.set(day, text);
  }
  return text;
}

export const readSummary = async (db: ReadDatabase, row: FlightRow, reference: Reference): Promise<FlightSummary> =>
  flightSummary(row, await cabinCounters(db, row.id), reference);
