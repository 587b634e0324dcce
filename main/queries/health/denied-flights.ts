import { DAY_MS } from '../../../shared/instants.ts';
import { accept } from '../../../shared/refusals.ts';
import type { Query } from '../query.ts';

const DAYS = 30;
/** So many flights are counted for each flight with passengers denied: then it is one of very many, and the rest need not be read. */
const FLIGHTS_EACH_MAX = 100_000;
const FLIGHTS_MAX = 1_000_000;

const DENIED = 'SELECT count(DISTINCT flight_id) AS count FROM denials WHERE denied_at > ?';
/** Airport by airport, because departures are found by airport and time. */
const DEPARTED = `WITH RECURSIVE airports (origin) AS (
    SELECT min(origin) FROM flights
    UNION ALL SELECT (SELECT min(f.origin) FROM flights f WHERE f.origin > airports.origin) FROM airports WHERE airports.origin IS NOT NULL
  )
  SELECT count(*) AS count FROM (
    SELECT 1 FROM airports CROSS JOIN flights f ON f.origin = airports.origin
    WHERE f.departs_at > ? AND f.departs_at <= ? AND f.cancelled = 0 LIMIT 0 + ?
  )`;

/** Of 10,000 flights of the last 30 days, on how many a passenger was denied boarding; null: none has departed. */
export const deniedFlights: Query<Record<string, never>, number | null> = async ({ db, now }) => {
  const since = now - DAYS * DAY_MS;
  const denied = (await db.query<{ count: number }>(DENIED).get(since))?.count ?? 0;
  const most = Math.min(FLIGHTS_MAX, Math.max(1, denied) * FLIGHTS_EACH_MAX);
  // Without a denial it only matters whether any has departed.
  const departed = (await db.query<{ count: number }>(DEPARTED).get(since, now, denied === 0 ? 1 : most))?.count ?? 0;
  return accept(departed === 0 ? (denied === 0 ? null : 10_000) : Math.min(10_000, (10_000 * denied) / departed));
};
