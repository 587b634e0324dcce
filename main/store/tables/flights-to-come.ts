import type { ReadDatabase } from '../database.ts';
import { type CounterOfFlight, FLIGHT_COLUMNS, type FlightRow } from './flights-table.ts';

/** Some flights with all their counters, in any order. */
export interface FlightsRead {
  readonly rows: readonly FlightRow[];
  readonly counters: readonly CounterOfFlight[];
}

const LAST_FLIGHT = 'SELECT max(id) AS last FROM flights';

/** The largest number of a flight; 0 without one. */
export const lastFlightId = async (db: ReadDatabase): Promise<number> =>
  (await db.query<{ last: number | null }>(LAST_FLIGHT).get())?.last ?? 0;

export const FLIGHTS_BETWEEN = `SELECT ${FLIGHT_COLUMNS} FROM flights WHERE id > ? AND id <= ? AND departs_at > ? AND cancelled = 0`;
export const COUNTERS_BETWEEN =
  'SELECT flight_id, cabin, authorised, held, sold FROM cabin_counters WHERE flight_id > ? AND flight_id <= ?';

/** Flights with numbers in (after, upTo] that leave later than `now` and are not cancelled. Both tables are read in the order of their keys. */
export async function flightsBetween(db: ReadDatabase, after: number, upTo: number, now: number): Promise<FlightsRead> {
  const rows = await db.query<FlightRow>(FLIGHTS_BETWEEN).all(after, upTo, now);
  return { rows, counters: rows.length === 0 ? [] : await db.query<CounterOfFlight>(COUNTERS_BETWEEN).all(after, upTo) };
}

export const ROUTE_FLIGHT_IDS =
  'SELECT id FROM flights WHERE origin IN (?) AND destination IN (?) AND departs_at > ? AND cancelled = 0 ORDER BY departs_at, id';

/** The numbers of the flights of a route that leave later than `now` and are not cancelled, in the order of departure. */
export const routeFlightIds = (db: ReadDatabase, origin: string, destination: string, now: number) =>
  db.column<number>(ROUTE_FLIGHT_IDS).all(origin, destination, now);
