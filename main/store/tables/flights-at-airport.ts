import { DAY_MS } from '../../../shared/instants.ts';
import type { ReadDatabase } from '../database.ts';
import { servedOrigins } from './flights-table.ts';

export const LEAVING_AIRPORT = `SELECT departs_at, service_day FROM flights
  WHERE origin IN (?) AND departs_at >= ? AND departs_at < ? AND cancelled = 0 ORDER BY departs_at`;

/** Flights that operate and leave an airport in [from, until), in UTC milliseconds, in the order of departure. */
export const leavingAirport = (db: ReadDatabase, code: string, from: number, until: number) =>
  db.query<{ departs_at: number; service_day: number }>(LEAVING_AIRPORT).all(code, from, until);

export const ARRIVING_AIRPORT = `SELECT count(*) FROM flights
  WHERE origin IN (?) AND destination IN (?) AND departs_at >= ? AND departs_at < ? AND arrives_at >= ? AND arrives_at < ? AND cancelled = 0`;

/** How many flights operate and arrive at an airport in [from, until). The index knows routes, so each origin is asked. No flight takes more than a day. */
export async function countArriving(db: ReadDatabase, code: string, from: number, until: number): Promise<number> {
  let count = 0;
  for (const origin of await servedOrigins(db))
    count += (await db.column<number>(ARRIVING_AIRPORT).get(origin, code, from - DAY_MS, until, from, until)) ?? 0;
  return count;
}
