import { assert } from '../../shared/assert.ts';
import { BOARD_FLIGHTS_MAX } from '../../shared/bounds.ts';
import type { Json } from '../../shared/json.ts';
import type { FlightSummary } from '../../shared/methods/flights.ts';
import type { Strategy } from '../../shared/methods/pricing.ts';
import type { Reference, SeatPlan } from '../reference/reference.ts';
import type { ReadDatabase } from '../store/database.ts';
import { fareGeneration } from '../store/tables/fare-generation.ts';
import type { CabinCounter, FlightRow } from '../store/tables/flights-table.ts';
import { scheduleGeneration } from '../store/tables/schedule-generation.ts';
import { cabinLoads, flightSummary, NO_COUNTERS } from '../views/flight-view.ts';

/** What a board shows of a flight that only a new schedule or another strategy changes, with its summary before anybody booked. */
export interface BoardFlight {
  readonly id: number;
  readonly departsAt: number;
  readonly untouched: Json<FlightSummary>;
  /** Where the value of `cabins`, the last of the summary, begins in `untouched`. */
  readonly cabinsAt: number;
  readonly plan: SeatPlan;
  readonly base_fare: number;
  readonly currency: string;
  readonly strategy: Strategy;
}

interface Known {
  readonly generation: string;
  readonly flights: Map<number, BoardFlight>;
}

/**
 * A cache for boards. A day of all airports has 17,000 flights, and reading and writing them takes three quarters of a board's time. Consoles
 * ask for the same day again and again. So what a sale does not change is kept, for one board of the longest kind. Counters are read each time.
 */
const knownBy = new WeakMap<ReadDatabase, Known>();

/** The cached flights, by id. The cache is empty after a change of the schedule or of a strategy. `rememberFlight` adds to it. */
export async function boardFlights(db: ReadDatabase): Promise<Map<number, BoardFlight>> {
  const generation = `${await scheduleGeneration(db)} ${await fareGeneration(db)}`;
  const known = knownBy.get(db);
  if (known?.generation === generation) return known.flights;
  const flights = new Map<number, BoardFlight>();
  knownBy.set(db, { generation, flights });
  return flights;
}

const CABINS_KEY = '"cabins":';

export function rememberFlight(flights: Map<number, BoardFlight>, row: FlightRow, reference: Reference): BoardFlight {
  const { id, departs_at: departsAt, base_fare, currency, strategy } = row;
  const untouched = JSON.stringify(flightSummary(row, NO_COUNTERS, reference));
  const plan = reference.seatPlan(row.seat_map);
  assert(plan, `flight ${id} flies with seats that this Aisle does not know`);
  const cabinsAt = untouched.lastIndexOf(CABINS_KEY) + CABINS_KEY.length;
  const flight = { id, departsAt, untouched, cabinsAt, plan, base_fare, currency, strategy };
  if (flights.size >= BOARD_FLIGHTS_MAX) flights.clear();
  flights.set(id, flight);
  return flight;
}

/** The summary of a flight with loads and prices as they are now. */
export function summaryJson(flight: BoardFlight, counters: readonly CabinCounter[]): Json<FlightSummary> {
  if (counters.length === 0) return flight.untouched;
  return `${flight.untouched.slice(0, flight.cabinsAt)}${JSON.stringify(cabinLoads(flight, flight.plan, counters))}}`;
}
