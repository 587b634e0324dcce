import type { ReadDatabase } from './database.ts';
import type { BookingRow } from './tables/bookings-table.ts';

/** Enough for the live holds of a busy station, and some megabytes. */
const BOOKINGS_MAX = 4_000;

/**
 * A cache of booking rows, as this handle wrote them last. Only the writer writes, so a row in the cache needs not be read again, nor be
 * compared with the journal. The cache is a guess all the same: a change names the version that it expects, and where the table has another
 * one, the guess was wrong. Whoever undoes something clears the cache.
 */
const known = new WeakMap<ReadDatabase, Map<number, BookingRow>>();

export const knownBooking = (db: ReadDatabase, id: number): BookingRow | undefined => known.get(db)?.get(id);

export function rememberBooking(db: ReadDatabase, row: BookingRow): void {
  const rows = known.get(db) ?? new Map<number, BookingRow>();
  known.set(db, rows);
  // The row that was written longest ago is dropped first.
  rows.delete(row.id);
  rows.set(row.id, row);
  const [oldest] = rows.keys();
  if (rows.size > BOOKINGS_MAX && oldest !== undefined) rows.delete(oldest);
}

export const forgetBookings = (db: ReadDatabase): boolean => known.delete(db);
