import type { Strategy } from '../../shared/methods/pricing.ts';
import type { ReadDatabase } from './database.ts';

/** What a search compares of a flight: the airport that was looked for, id, departs_at, arrives_at, base_fare, strategy. The route index holds all of it. */
export type RouteFlight = readonly [place: string, id: number, departsAt: number, arrivesAt: number, baseFare: number, strategy: Strategy];

/** Routes are read in groups of this size, so that one prepared statement serves them all; the rest is filled up with ''. */
export const ROUTES_AT_ONCE = 16;
const CODES = Array(ROUTES_AT_ONCE).fill('?').join(', ');

const ROUTE_COLUMNS = 'id, departs_at, arrives_at, base_fare, strategy FROM flights';
export const ROUTES_FROM = `SELECT destination, ${ROUTE_COLUMNS}
  WHERE origin = ? AND destination IN (${CODES}) AND departs_at >= ? AND departs_at < ? AND cancelled = 0`;
export const ROUTES_TO = `SELECT origin, ${ROUTE_COLUMNS}
  WHERE destination = ? AND origin IN (${CODES}) AND departs_at >= ? AND departs_at < ? AND cancelled = 0`;
export const ROUTE = `SELECT destination, ${ROUTE_COLUMNS}
  WHERE origin = ? AND destination = ? AND departs_at >= ? AND departs_at < ? AND cancelled = 0`;

// None of these asks for an order: that doubles what a short range costs.

/** Flights between two airports that leave in [from, until), in any order. */
export const routeFlights = (db: ReadDatabase, origin: string, destination: string, from: number, until: number) =>
  db.tuples<RouteFlight>(ROUTE).all(origin, destination, from, until);

/** Flights from one airport to some others, or to one from some others, that leave in [from, until), in any order. */
export async function manyRouteFlights(
  db: ReadDatabase,
  direction: 'from' | 'to',
  airport: string,
  others: readonly string[],
  from: number,
  until: number,
): Promise<RouteFlight[]> {
  const statement = db.tuples<RouteFlight>(direction === 'from' ? ROUTES_FROM : ROUTES_TO);
  const rows: RouteFlight[][] = [];
  for (let start = 0; start < others.length; start += ROUTES_AT_ONCE) {
    const group = others.slice(start, start + ROUTES_AT_ONCE);
    while (group.length < ROUTES_AT_ONCE) group.push('');
    rows.push(await statement.all(airport, ...group, from, until));
  }
  return rows.length === 1 ? (rows[0] ?? []) : rows.flat();
}
