import { assert } from '../../../shared/assert.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

/** A decision of how many seats of a cabin may be sold. Rows are only ever added. */
export interface AuthorisationRow {
  readonly flight_id: number;
  readonly cabin: Cabin;
  readonly seats_before: number;
  readonly seats_after: number;
  /** What was decided is so much of the seats of the cabin; null: a number of seats. */
  readonly percent: number | null;
  readonly author: string;
  readonly reason: string;
  readonly decided_at: number;
}

export async function insertAuthorisation(db: WriteDatabase, row: AuthorisationRow): Promise<void> {
  const sql = `INSERT INTO authorisations (flight_id, cabin, seats_before, seats_after, percent, author, reason, decided_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
  const { flight_id, cabin, seats_before, seats_after, percent, author, reason, decided_at } = row;
  const made = await db.change(sql).run(flight_id, cabin, seats_before, seats_after, percent, author, reason, decided_at);
  assert(made === 1, 'an authorisation was not stored');
}

const COLUMNS = 'flight_id, cabin, seats_before, seats_after, percent, author, reason, decided_at';

const OF_CABIN = `SELECT ${COLUMNS} FROM authorisations WHERE flight_id IN (?) AND cabin IN (?) ORDER BY id DESC LIMIT ?`;

/** The newest decision about a cabin. The counter of the cabin may say another number: a schedule brought other seats since. */
export const newestAuthorisation = (db: ReadDatabase, flightId: number, cabin: Cabin) =>
  db.query<AuthorisationRow>(OF_CABIN).get(flightId, cabin, 1);

/** The newest decisions about a cabin, the last first. */
export const authorisationsOf = (db: ReadDatabase, flightId: number, cabin: Cabin, most: number) =>
  db.query<AuthorisationRow>(OF_CABIN).all(flightId, cabin, most);
