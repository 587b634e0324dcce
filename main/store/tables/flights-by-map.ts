import type { ReadDatabase } from '../database.ts';
import { lastFlightId } from './flights-to-come.ts';

/** Flights to come that have the same map, carrier and equipment. */
interface FlightsOfMap {
  readonly seat_map: string;
  readonly carrier: string;
  readonly equipment: string;
  readonly flights: number;
}

/** So many flights are counted by one statement, because nobody else is answered in the meantime. */
const AT_ONCE = 20_000;

const COUNT = `SELECT seat_map, carrier, equipment, count(*) AS flights FROM flights
  WHERE id > ? AND id <= ? AND departs_at > ? AND cancelled = 0 GROUP BY seat_map, carrier, equipment`;

/** How many flights leave later than `now`, by map, carrier and equipment. */
export async function flightsByMap(db: ReadDatabase, now: number): Promise<FlightsOfMap[]> {
  const found = new Map<string, FlightsOfMap>();
  const last = await lastFlightId(db);
  for (let after = 0; after < last; after += AT_ONCE) {
    for (const row of await db.query<FlightsOfMap>(COUNT).all(after, after + AT_ONCE, now)) {
      const key = `${row.seat_map} ${row.carrier} ${row.equipment}`;
      found.set(key, { ...row, flights: row.flights + (found.get(key)?.flights ?? 0) });
    }
  }
  return [...found.values()];
}
