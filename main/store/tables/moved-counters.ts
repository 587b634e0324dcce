import type { Cabin } from '../../../shared/seat-map.ts';
import type { ReadDatabase } from '../database.ts';

/** Counters of the cabins of a flight that gets another seat map. */
export interface MovedCounter {
  readonly flight_id: number;
  readonly cabin: Cabin;
  readonly authorised: number;
  /** How many seats its blocks took from that number. */
  readonly taken: number;
  /** What was decided last, if it was a percentage. */
  readonly percent: number | null;
  readonly before: string;
  readonly after: string;
}

/** The columns of a moved counter `c`. `before`, `after`: where its seat maps are read from. */
export const movedCounter = (
  before: string,
  after: string,
): string => `c.flight_id, c.cabin, c.authorised, ${before} AS before, ${after} AS after,
    (SELECT count(*) FROM seat_blocks b WHERE b.flight_id = c.flight_id AND b.cabin = c.cabin AND b.ended_at IS NULL AND b.from_stock = 1) AS taken,
    (SELECT a.percent FROM authorisations a WHERE a.flight_id = c.flight_id AND a.cabin = c.cabin ORDER BY a.id DESC LIMIT 1) AS percent`;

const OF_FLIGHT = `SELECT ${movedCounter('?', '?')} FROM cabin_counters c WHERE c.flight_id IN (?) ORDER BY c.cabin`;

/** The counters of one flight that gets another seat map. */
export const countersOfFlight = (db: ReadDatabase, flightId: number, before: string, after: string) =>
  db.query<MovedCounter>(OF_FLIGHT).all(before, after, flightId);
