import type { Insert, ReadDatabase, WriteDatabase } from '../database.ts';
import { emailKey, type FindKey, type KeyRange, nameKeys, phoneKey } from '../find-keys.ts';

/** The name of a passenger, as the host writes it and as it was spelt. */
export interface NameRow {
  readonly host_surname: string;
  readonly host_given: string;
  readonly surname: string;
  readonly given: string;
}

/** What a sold booking is found by. */
interface FoundBy {
  readonly passengers: readonly NameRow[];
  readonly phone: string | null;
  readonly email: string | null;
}

/** Every key of a booking, each once. */
export function findKeysOf({ passengers, phone, email }: FoundBy): FindKey[] {
  const names = passengers.flatMap((row) => nameKeys({ surname: row.host_surname, given: row.host_given }, row));
  const digits = phoneKey(phone ?? '');
  const address = emailKey(email ?? '');
  return [
    ...[...new Set(names)].map((key): FindKey => ({ kind: 'name', key })),
    ...(digits === '' ? [] : [{ kind: 'phone', key: digits } as const]),
    ...(address === '' ? [] : [{ kind: 'email', key: address } as const]),
  ];
}

const FIND_KEYS: Insert = { into: 'INSERT INTO find_keys (kind, key, booking_id)', width: 3 };

export const insertFindKeys = (db: WriteDatabase, bookingId: number, foundBy: FoundBy): Promise<void> =>
  db.insertLater(
    FIND_KEYS,
    findKeysOf(foundBy).flatMap(({ kind, key }) => [kind, key, bookingId]),
  );

/** A booking that is to be found by something else from now on. */
export async function replaceFindKeys(db: WriteDatabase, bookingId: number, before: FoundBy, after: FoundBy): Promise<void> {
  for (const { kind, key } of findKeysOf(before))
    await db.change('DELETE FROM find_keys WHERE kind = ? AND key = ? AND booking_id = ?').run(kind, key, bookingId);
  await insertFindKeys(db, bookingId, after);
}

/** Greater than every sign that a key holds. */
const LAST = '\u{10ffff}';

// The primary key answers both. A key alone is in the order of its bookings; of a beginning all keys are read, and the newest rows kept.
// A booking stands there once for each of its names. To let the statement drop those (DISTINCT) took four times as long.
const WHOLE = 'SELECT booking_id AS id FROM find_keys WHERE kind IN (?) AND key IN (?) ORDER BY booking_id DESC LIMIT ?';
const BEGINNING = 'SELECT booking_id AS id FROM find_keys WHERE kind IN (?) AND key >= ? AND key < ? ORDER BY booking_id DESC LIMIT ?';

/** Rows that are read for each booking that is wanted: few bookings have more names that begin alike. */
const ROWS_A_BOOKING = 3;

export interface BookingsByKey {
  readonly ids: readonly number[];
  /** False when there may be more bookings than these. */
  readonly all: boolean;
}

/** The newest bookings that have a key in this stretch, newest first, at most `most`. */
export async function bookingsByKey(db: ReadDatabase, { kind, start, whole }: KeyRange, most: number): Promise<BookingsByKey> {
  const limit = most * ROWS_A_BOOKING;
  const rows = whole
    ? await db.column<number>(WHOLE).all(kind, start, limit)
    : await db.column<number>(BEGINNING).all(kind, start, start + LAST, limit);
  const ids = [...new Set(rows)];
  return { ids: ids.slice(0, most), all: rows.length < limit && ids.length <= most };
}

const KEY = 'SELECT booking_id AS id FROM find_keys WHERE kind = ? AND key = ? AND booking_id = ?';

/** A key that a booking should be found by and is not; undefined when it has all. */
export async function missingKey(db: ReadDatabase, bookingId: number, foundBy: FoundBy): Promise<FindKey | undefined> {
  for (const each of findKeysOf(foundBy)) if (!(await db.query<{ id: number }>(KEY).get(each.kind, each.key, bookingId))) return each;
  return undefined;
}

/** Whether a booking is found by a key. */
export const hasKey = async (db: ReadDatabase, bookingId: number, { kind, key }: FindKey): Promise<boolean> =>
  (await db.query<{ id: number }>(KEY).get(kind, key, bookingId)) !== undefined;
