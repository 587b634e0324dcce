import type { ReadDatabase } from '../database.ts';

/** What a search compares of a flight. One covering index, that of the routes, holds all of it. */
export interface RouteFlight {
  readonly id: number;
  readonly departs_at: number;
  readonly flown_ms: number;
  readonly base_fare: number;
  /** 1 when its strategy is `fixed`. A number, because a text in each row costs a fifth of the reading. */
  readonly fixed: 0 | 1;
}

// The statement asks for no order, because an order doubles the cost of a short range.
export const ROUTE = `SELECT id, departs_at, arrives_at - departs_at AS flown_ms, base_fare, CASE strategy WHEN 'fixed' THEN 1 ELSE 0 END AS fixed
  FROM flights WHERE origin = ? AND destination = ? AND departs_at >= ? AND departs_at < ? AND cancelled = 0`;

/**
 * Flights between two airports that leave in [from, until), in any order. Routes are read one by one. A statement for several routes would
 * return the airport in each row, and making that text takes longer than a call. It would also read the same span of time for all of them.
 */
export const routeFlights = (db: ReadDatabase, origin: string, destination: string, from: number, until: number) =>
  db.query<RouteFlight>(ROUTE).all(origin, destination, from, until);
