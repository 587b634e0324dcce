import type { ReadDatabase } from '../database.ts';

/** What a search compares of a flight. One covering index, that of the routes, holds all of it. */
export interface RouteFlight {
  readonly id: number;
  readonly departs_at: number;
  readonly flown_ms: number;
  readonly base_fare: number;
}

/** The same with what the index does not hold. */
export interface TraitedFlight extends RouteFlight {
  readonly carrier: string;
  readonly equipment: string;
}

// The statement asks for no order, because an order doubles the cost of a short range.
export const ROUTE = `SELECT id, departs_at, arrives_at - departs_at AS flown_ms, base_fare
  FROM flights WHERE origin = ? AND destination = ? AND departs_at >= ? AND departs_at < ? AND cancelled = 0`;

/**
 * Flights between two airports that leave in [from, until), in the order of departure. Routes are read one by one. A statement for several
 * routes would return the airport in each row, and making that text takes longer than a call. It would also read the same span of time for
 * all of them.
 */
export async function routeFlights(
  db: ReadDatabase,
  origin: string,
  destination: string,
  from: number,
  until: number,
): Promise<readonly RouteFlight[]> {
  return ordered(await db.query<RouteFlight>(ROUTE).all(origin, destination, from, until));
}

export const ROUTE_TRAITS = ROUTE.replace('base_fare', 'base_fare, carrier, equipment');

/** The same flights with their carrier and equipment, for which each is looked up in the table. */
export async function traitedFlights(
  db: ReadDatabase,
  origin: string,
  destination: string,
  from: number,
  until: number,
): Promise<readonly TraitedFlight[]> {
  return ordered(await db.query<TraitedFlight>(ROUTE_TRAITS).all(origin, destination, from, until));
}

/** An index gives rows in order, but nothing promises that SQLite uses it. */
const ordered = <Row extends RouteFlight>(rows: Row[]): readonly Row[] => (inOrder(rows) ? rows : rows.sort(byDeparture));

function inOrder(rows: readonly RouteFlight[]): boolean {
  for (let row = 1; row < rows.length; row++) {
    const [before, after] = [rows[row - 1], rows[row]];
    if (before && after && byDeparture(before, after) > 0) return false;
  }
  return true;
}

const byDeparture = (a: RouteFlight, b: RouteFlight): number => a.departs_at - b.departs_at;

// Steps through the index from one destination to the next, as SERVED_ORIGINS does.
export const DESTINATIONS = `WITH RECURSIVE served (destination) AS (
    SELECT min(destination) FROM flights WHERE origin = ? AND cancelled = 0
    UNION ALL
    SELECT (SELECT min(f.destination) FROM flights f WHERE f.origin = ? AND f.cancelled = 0 AND f.destination > served.destination)
    FROM served WHERE served.destination IS NOT NULL
  ) SELECT destination FROM served WHERE destination IS NOT NULL`;

/** Airports that flights from one airport go to, by code. */
export const destinationsFrom = (db: ReadDatabase, origin: string) => db.column<string>(DESTINATIONS).all(origin, origin);
