import { wholeReply } from '../booking-json.ts';
import { type ReadDatabase, StoreError, type Value, type WriteDatabase } from '../database.ts';
import { insertMany } from './insert-many.ts';

/**
 * What a request id was used for, and what was answered. A repeat of the same command gets the same reply.
 * - Refusals are stored too. A repeat gets the refusal that it would have got, even when a seat has become free since. Only those that say "not now"
 *   are not (shared/not-now.ts).
 * - A repeat is answered even when nothing can be written any more (disk full, store damaged), because "not done" would be untrue.
 */
export interface StoredReply {
  readonly requestId: string;
  readonly bodyHash: string;
  /** The whole reply, as JSON. */
  readonly text: string;
  /** The booking that the reply tells of, and the version in which it told of it. Both are null for any other reply. */
  readonly bookingId: number | null;
  readonly bookingVersion: number | null;
}

/** A reply as it is stored: without party and legs. */
export interface NewReply extends Omit<StoredReply, 'text'> {
  readonly reply: string;
  readonly at: number;
}

interface ReplyRow {
  readonly request_id: string;
  readonly body_hash: string;
  readonly reply: string;
  readonly booking_id: number | null;
  readonly booking_version: number | null;
  readonly party: string | null;
  readonly legs: string | null;
}

/** Party or legs in the version that the reply tells of: from `booking_versions` if a change has replaced them since, else from the booking. */
const thenOr = (column: 'party' | 'legs'): string => `coalesce((SELECT v.${column} FROM booking_versions v
    WHERE v.booking_id = r.booking_id AND v.last_version >= r.booking_version ORDER BY v.last_version LIMIT 1), b.${column}) AS ${column}`;
const COLUMNS = `r.request_id, r.body_hash, r.reply, r.booking_id, r.booking_version, ${thenOr('party')}, ${thenOr('legs')}
  FROM replies r LEFT JOIN bookings b ON b.id = r.booking_id`;

/** Request ids are looked up in groups of this size, so that one prepared statement serves them all. '' fills a group up: it is no request id. */
const NUMBERS_AT_ONCE = 16;
const BY_NUMBER = `SELECT ${COLUMNS} WHERE r.request_id IN (${Array(NUMBERS_AT_ONCE).fill('?').join(', ')})`;

/** The replies that these request ids have already, by request id. Throws StoreError `corrupt`. */
export async function storedReplies(db: ReadDatabase, requestIds: readonly string[]): Promise<Map<string, StoredReply>> {
  const found = new Map<string, StoredReply>();
  for (let at = 0; at < requestIds.length; at += NUMBERS_AT_ONCE) {
    const group = requestIds.slice(at, at + NUMBERS_AT_ONCE);
    while (group.length < NUMBERS_AT_ONCE) group.push('');
    for (const row of await db.query<ReplyRow>(BY_NUMBER).all(...group)) found.set(row.request_id, storedReply(row));
  }
  return found;
}

const IN_ORDER = `SELECT ${COLUMNS} WHERE r.id > ? AND r.id <= ? ORDER BY r.id`;

/** The replies numbered in (after, upTo]. Throws StoreError `corrupt`. */
export const repliesBetween = async (db: ReadDatabase, after: number, upTo: number): Promise<StoredReply[]> =>
  (await db.query<ReplyRow>(IN_ORDER).all(after, upTo)).map(storedReply);

function storedReply(row: ReplyRow): StoredReply {
  const { request_id: requestId, body_hash: bodyHash, reply, booking_id: bookingId, booking_version: bookingVersion, party, legs } = row;
  const known = { requestId, bodyHash, bookingId, bookingVersion };
  if (bookingId === null) return { ...known, text: reply };
  if (party === null || legs === null)
    throw new StoreError('corrupt', `request ${requestId} was answered with booking ${bookingId}, which is gone`);
  return { ...known, text: wholeReply(reply, { party, legs }) };
}

/** Stores the replies of a batch in one statement, or in few. A statement for each would cost more than its row. */
export function storeReplies(db: WriteDatabase, replies: readonly NewReply[]): Promise<number> {
  const values: Value[] = [];
  for (const { requestId, bodyHash, reply, bookingId, bookingVersion, at } of replies)
    values.push(requestId, bodyHash, reply, bookingId, bookingVersion, at);
  return insertMany(db, 'INSERT INTO replies (request_id, body_hash, reply, booking_id, booking_version, at)', 6, values);
}
