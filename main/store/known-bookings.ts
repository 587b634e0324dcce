import type { ReadDatabase } from './database.ts';
import { RecentRows } from './recent-rows.ts';
import type { BookingRow } from './tables/bookings-table.ts';

/** Enough for the live holds of a busy station, and some megabytes. */
const BOOKINGS_MAX = 4_000;

/**
 * A cache of booking rows, as this handle wrote them last. Only the writer writes, so a row in the cache needs not be read again, nor be
 * compared with the journal. Still, the cache may be wrong. So a change names the version that it expects, and fails if the table has another
 * version. Whoever undoes something clears the cache.
 */
const knownBy = new WeakMap<ReadDatabase, RecentRows<BookingRow>>();

export const knownBooking = (db: ReadDatabase, id: number): BookingRow | undefined => knownBy.get(db)?.get(id);

export function rememberBooking(db: ReadDatabase, row: BookingRow): void {
  let known = knownBy.get(db);
  if (!known) {
    known = new RecentRows(BOOKINGS_MAX);
    knownBy.set(db, known);
  }
  known.set(row);
}

export const forgetBookings = (db: ReadDatabase): boolean => knownBy.delete(db);
