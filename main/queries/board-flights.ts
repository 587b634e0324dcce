import { assert } from '../../shared/assert.ts';
import { BOARD_FLIGHTS_MAX } from '../../shared/bounds.ts';
import { DAY_MS, HOUR_MS } from '../../shared/instants.ts';
import type { Json } from '../../shared/json.ts';
import type { FlightSummary } from '../../shared/methods/flights.ts';
import { policyNeeds } from '../../shared/pricing/policy-needs.ts';
import type { Reference, SeatPlan } from '../reference/reference.ts';
import type { ReadDatabase } from '../store/database.ts';
import type { CabinCounter, FlightRow } from '../store/tables/flights-table.ts';
import { scheduleGeneration } from '../store/tables/schedule-generation.ts';
import { cabinLoads, flightSummary, NO_COUNTERS } from '../views/flight-view.ts';
import { daysAhead, type PricedFlight, type PricingNow } from '../views/price-question.ts';

/** What a board shows of a flight that only a new schedule or another policy changes, with its summary before anybody booked. */
export interface BoardFlight extends PricedFlight {
  readonly departsAt: number;
  readonly untouched: Json<FlightSummary>;
  /** Until when the prices in `untouched` are true: a policy may price by the days to departure. */
  readonly pricedUntil: number;
  /** Where the value of `cabins`, the last of the summary, begins in `untouched`. */
  readonly cabinsAt: number;
  readonly plan: SeatPlan;
}

interface Known {
  readonly generation: string;
  readonly reference: Reference;
  readonly flights: Map<number, BoardFlight>;
}

/**
 * A cache for boards. A day of all airports has 17,000 flights, and reading and writing them takes three quarters of a board's time. Consoles
 * ask for the same day again and again. So what a sale does not change is kept, for one board of the longest kind. Counters are read each time.
 */
const knownBy = new WeakMap<ReadDatabase, Known>();

/**
 * The cached flights, by id. The cache is empty after a change of the schedule or of an airport, and when another policy is in force. `rememberFlight`
 * adds to it.
 */
export async function boardFlights(db: ReadDatabase, { policies, now, reference }: PricingNow): Promise<Map<number, BoardFlight>> {
  const generation = `${await scheduleGeneration(db)} ${policies.generation(now)}`;
  const known = knownBy.get(db);
  if (known?.generation === generation && known.reference === reference) return known.flights;
  const flights = new Map<number, BoardFlight>();
  knownBy.set(db, { generation, reference, flights });
  return flights;
}

const CABINS_KEY = '"cabins":';

export function rememberFlight(
  flights: Map<number, BoardFlight>,
  row: FlightRow,
  marketed: readonly string[],
  pricing: PricingNow,
): BoardFlight {
  const { id, origin, destination, service_day, departs_at, base_fare, currency, competitor_fare, competitor_read_at } = row;
  const untouched = JSON.stringify(flightSummary(row, NO_COUNTERS, pricing, marketed));
  const plan = pricing.reference.seatPlan(row.seat_map);
  assert(plan, `flight ${id} flies with seats that this Aisle does not know`);
  const cabinsAt = untouched.lastIndexOf(CABINS_KEY) + CABINS_KEY.length;
  const priced = { id, origin, destination, service_day, departs_at, base_fare, currency, competitor_fare, competitor_read_at };
  const flight = { ...priced, departsAt: departs_at, untouched, pricedUntil: pricedUntil(row, pricing), cabinsAt, plan };
  if (flights.size >= BOARD_FLIGHTS_MAX) flights.clear();
  flights.set(id, flight);
  return flight;
}

/** The price of an empty flight changes with the time under some policies, within an hour or a day, and never under others. */
function pricedUntil(flight: PricedFlight, { policies, now }: PricingNow): number {
  const needs = policyNeeds(policies.of(flight, now).rules);
  if (!needs.time) return Number.POSITIVE_INFINITY;
  const nextDay = flight.departs_at - daysAhead(flight.departs_at, now) * DAY_MS + 1;
  const nextHour =
    needs.competitor && flight.competitor_read_at !== null ? hourAfter(flight.competitor_read_at, now) : Number.POSITIVE_INFINITY;
  return Math.min(nextDay > now ? nextDay : Number.POSITIVE_INFINITY, nextHour);
}

/** When a competitor's fare gets an hour older. */
const hourAfter = (readAt: number, now: number): number => readAt + Math.max(0, Math.ceil((now - readAt) / HOUR_MS)) * HOUR_MS + 1;

/** The summary of a flight with loads and prices as they are now. */
export function summaryJson(flight: BoardFlight, counters: readonly CabinCounter[], pricing: PricingNow): Json<FlightSummary> {
  if (counters.length === 0 && pricing.now < flight.pricedUntil) return flight.untouched;
  return `${flight.untouched.slice(0, flight.cabinsAt)}${JSON.stringify(cabinLoads(flight, flight.plan, counters, pricing))}}`;
}
