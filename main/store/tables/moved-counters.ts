import type { ReadDatabase } from '../database.ts';
import type { MovedCounter } from './staged-flights-table.ts';

const OF_FLIGHT = `SELECT c.flight_id, c.cabin, c.authorised, ? AS before, ? AS after,
    (SELECT count(*) FROM seat_blocks b WHERE b.flight_id = c.flight_id AND b.cabin = c.cabin AND b.ended_at IS NULL AND b.from_stock = 1) AS taken,
    (SELECT a.percent FROM authorisations a WHERE a.flight_id = c.flight_id AND a.cabin = c.cabin ORDER BY a.id DESC LIMIT 1) AS percent
  FROM cabin_counters c WHERE c.flight_id IN (?) ORDER BY c.cabin`;

/** The counters of one flight that gets another seat map. */
export const countersOfFlight = (db: ReadDatabase, flightId: number, before: string, after: string) =>
  db.query<MovedCounter>(OF_FLIGHT).all(before, after, flightId);
