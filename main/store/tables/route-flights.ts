import type { ReadDatabase } from '../database.ts';

/** What a search compares of a flight. The route index holds all of it. */
export interface RouteFlight {
  readonly id: number;
  readonly departs_at: number;
  readonly flown_ms: number;
  readonly base_fare: number;
  /** 1 when its strategy is `fixed`. A number, because a text in each row costs a fifth of the reading. */
  readonly fixed: 0 | 1;
}

// It asks for no order: that doubles what a short range costs.
export const ROUTE = `SELECT id, departs_at, arrives_at - departs_at AS flown_ms, base_fare, CASE strategy WHEN 'fixed' THEN 1 ELSE 0 END AS fixed
  FROM flights WHERE origin = ? AND destination = ? AND departs_at >= ? AND departs_at < ? AND cancelled = 0`;

/**
 * Flights between two airports that leave in [from, until), in any order. Many routes are read one by one: a statement for several would
 * have to answer with the airport in each row, a text that takes longer to make than a call, and with one span of time for all of them.
 */
export const routeFlights = (db: ReadDatabase, origin: string, destination: string, from: number, until: number) =>
  db.query<RouteFlight>(ROUTE).all(origin, destination, from, until);
