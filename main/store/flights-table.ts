import { designator } from '../../shared/flight-designator.ts';
import type { Strategy } from '../../shared/methods/pricing.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import type { ReadDatabase } from './database.ts';

/** A dated flight as stored. `service_day`: local date at the origin, in days since 1970; fares in minor units. */
export interface FlightRow {
  readonly id: number;
  readonly carrier: string;
  readonly number: number;
  readonly suffix: string;
  readonly origin: string;
  readonly destination: string;
  readonly service_day: number;
  readonly departs_at: number;
  readonly arrives_at: number;
  readonly equipment: string;
  readonly seat_map: string;
  readonly base_fare: number;
  readonly currency: string;
  readonly strategy: Strategy;
  readonly cancelled: number;
}

export const FLIGHT_COLUMNS =
  'id, carrier, number, suffix, origin, destination, service_day, departs_at, arrives_at, equipment, seat_map, base_fare, currency, strategy, cancelled';

export const flightName = (row: FlightRow): string => designator(row.carrier, row.number, row.suffix);

export const flightById = (db: ReadDatabase, id: number) =>
  db.query<FlightRow>(`SELECT ${FLIGHT_COLUMNS} FROM flights WHERE id = ?`).get(id);

/** One cabin's counters. A cabin without a row has sold and held nothing; its authorised number is the map's capacity. */
export interface CabinCounter {
  readonly cabin: Cabin;
  readonly authorised: number;
  readonly held: number;
  readonly sold: number;
}

export const cabinCounters = (db: ReadDatabase, flightId: number) =>
  db.query<CabinCounter>('SELECT cabin, authorised, held, sold FROM cabin_counters WHERE flight_id = ?').all(flightId);

/** What a search compares of a flight; the route index holds all of it. */
export type RouteFlight = Pick<FlightRow, 'id' | 'departs_at' | 'arrives_at' | 'base_fare' | 'strategy'>;
export type RouteFlightAt = RouteFlight & { readonly place: string };

/** Routes are read in groups of this size, so that one prepared statement serves them all; the rest is filled up with ''. */
export const ROUTES_AT_ONCE = 16;
const CODES = Array(ROUTES_AT_ONCE).fill('?').join(', ');

const ROUTE_COLUMNS = 'id, departs_at, arrives_at, base_fare, strategy FROM flights';
export const ROUTES_FROM = `SELECT destination AS place, ${ROUTE_COLUMNS}
  WHERE origin = ? AND destination IN (${CODES}) AND departs_at >= ? AND departs_at < ? AND cancelled = 0`;
export const ROUTES_TO = `SELECT origin AS place, ${ROUTE_COLUMNS}
  WHERE destination = ? AND origin IN (${CODES}) AND departs_at >= ? AND departs_at < ? AND cancelled = 0`;
export const ROUTE = `SELECT ${ROUTE_COLUMNS} WHERE origin = ? AND destination = ? AND departs_at >= ? AND departs_at < ? AND cancelled = 0`;

// None of these asks for an order: that doubles what a short range costs.

/** Flights between two airports that leave in [from, until), in any order. */
export const routeFlights = (db: ReadDatabase, origin: string, destination: string, from: number, until: number) =>
  db.query<RouteFlight>(ROUTE).all(origin, destination, from, until);

/** Flights from one airport to some others, or to one from some others, that leave in [from, until), in any order. */
export async function manyRouteFlights(
  db: ReadDatabase,
  direction: 'from' | 'to',
  airport: string,
  others: readonly string[],
  from: number,
  until: number,
): Promise<RouteFlightAt[]> {
  const statement = db.query<RouteFlightAt>(direction === 'from' ? ROUTES_FROM : ROUTES_TO);
  const rows: RouteFlightAt[][] = [];
  for (let start = 0; start < others.length; start += ROUTES_AT_ONCE) {
    const group = others.slice(start, start + ROUTES_AT_ONCE);
    while (group.length < ROUTES_AT_ONCE) group.push('');
    rows.push(await statement.all(airport, ...group, from, until));
  }
  return rows.flat();
}

// Steps through the index from one origin to the next instead of reading every flight.
export const SERVED_ORIGINS = `WITH RECURSIVE served (origin) AS (
    SELECT min(origin) FROM flights WHERE cancelled = 0
    UNION ALL
    SELECT (SELECT min(f.origin) FROM flights f WHERE f.cancelled = 0 AND f.origin > served.origin) FROM served WHERE served.origin IS NOT NULL
  ) SELECT origin FROM served WHERE origin IS NOT NULL`;

/** Airports that any flight leaves from, by code. */
export const servedOrigins = async (db: ReadDatabase): Promise<string[]> =>
  (await db.query<{ origin: string }>(SERVED_ORIGINS).all()).map((row) => row.origin);

export const DEPARTURES = `SELECT ${FLIGHT_COLUMNS} FROM flights
  WHERE origin = ? AND departs_at >= ? AND departs_at < ? AND cancelled = 0 ORDER BY departs_at`;

/** Flights that leave an airport in [from, until), by departure. */
export const departures = (db: ReadDatabase, origin: string, from: number, until: number) =>
  db.query<FlightRow>(DEPARTURES).all(origin, from, until);

export const DEPARTURE_COUNTERS = `SELECT c.flight_id, c.cabin, c.authorised, c.held, c.sold FROM flights f
  JOIN cabin_counters c ON c.flight_id = f.id WHERE f.origin = ? AND f.departs_at >= ? AND f.departs_at < ? AND f.cancelled = 0`;

/** The counters of those same flights. */
export const departureCounters = (db: ReadDatabase, origin: string, from: number, until: number) =>
  db.query<CabinCounter & { readonly flight_id: number }>(DEPARTURE_COUNTERS).all(origin, from, until);

export const FLIGHTS_OF_NUMBER = `SELECT ${FLIGHT_COLUMNS} FROM flights
  WHERE carrier = ? AND number = ? AND service_day = ? ORDER BY departs_at, id`;

/** All legs of a flight number on a date local to each origin, with any suffix, also those that do not operate any more. */
export const flightsOfNumber = (db: ReadDatabase, carrier: string, number: number, day: number) =>
  db.query<FlightRow>(FLIGHTS_OF_NUMBER).all(carrier, number, day);
