import type { Strategy } from '../../../shared/methods/pricing.ts';
import type { ReadDatabase } from '../database.ts';

/** What a search compares of a flight: id, departs_at, arrives_at, base_fare, strategy. The route index holds all of it. */
export type RouteFlight = readonly [id: number, departsAt: number, arrivesAt: number, baseFare: number, strategy: Strategy];

// It asks for no order: that doubles what a short range costs.
export const ROUTE = `SELECT id, departs_at, arrives_at, base_fare, strategy FROM flights
  WHERE origin = ? AND destination = ? AND departs_at >= ? AND departs_at < ? AND cancelled = 0`;

/**
 * Flights between two airports that leave in [from, until), in any order. Many routes are read one by one: a statement for several would
 * have to answer with the airport in each row, a text that takes longer to make than a call, and with one span of time for all of them.
 */
export const routeFlights = (db: ReadDatabase, origin: string, destination: string, from: number, until: number) =>
  db.tuples<RouteFlight>(ROUTE).all(origin, destination, from, until);
