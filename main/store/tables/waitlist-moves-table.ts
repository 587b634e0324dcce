import type { Cabin } from '../../../shared/seat-map.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

/** One change of a waiting party's priority. What it had before is null where an older version did not keep it. */
export interface WaitMove {
  readonly entry_id: number;
  readonly at: number;
  readonly user: string;
  readonly priority: number;
  readonly reason: string;
  readonly priority_before: number | null;
  readonly reason_before: string | null;
}

const INSERT = `INSERT INTO waitlist_moves (entry_id, number, at, user_name, priority, reason, priority_before, reason_before)
  VALUES (?, 1 + (SELECT count(*) FROM waitlist_moves WHERE entry_id IN (?)), ?, ?, ?, ?, ?, ?)`;

export const keepMove = (db: WriteDatabase, { entry_id, at, user, priority, reason, priority_before, reason_before }: WaitMove) =>
  db.change(INSERT).run(entry_id, entry_id, at, user, priority, reason, priority_before, reason_before);

const OF_LIST = `SELECT m.entry_id, m.at, m.user_name AS user, m.priority, m.reason, m.priority_before, m.reason_before
  FROM waitlist_flights f JOIN waitlist_moves m ON m.entry_id = f.entry_id
  WHERE f.flight_id IN (?) AND f.cabin IN (?) ORDER BY m.entry_id, m.number`;
/** All moves of those who wait or waited for a cabin, by their parties; each party's in the order in which they were made. */
export const movesOn = async (db: ReadDatabase, flightId: number, cabin: Cabin): Promise<ReadonlyMap<number, readonly WaitMove[]>> =>
  Map.groupBy(await db.query<WaitMove>(OF_LIST).all(flightId, cabin), ({ entry_id }) => entry_id);
