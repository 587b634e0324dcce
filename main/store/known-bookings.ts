import type { ReadDatabase } from './database.ts';
import type { BookingRow } from './tables/bookings-table.ts';

/** Enough for the live holds of a busy station, and some megabytes. */
const BOOKINGS_MAX = 4_000;

interface KnownBookings {
  recent: Map<number, BookingRow>;
  /** Those that were in `recent` when it was last full. */
  earlier: Map<number, BookingRow>;
}

/**
 * A cache of booking rows, as this handle wrote them last. Only the writer writes, so a row in the cache needs not be read again, nor be
 * compared with the journal. Still, the cache may be wrong. So a change names the version that it expects, and fails if the table has another
 * version. Whoever undoes something clears the cache.
 *
 * Rows are dropped by the thousand. To drop the oldest row at each new one took longer than all else that a hold keeps in memory, because
 * a Map that loses its first key again and again looks for its first key ever longer.
 */
const known = new WeakMap<ReadDatabase, KnownBookings>();

export function knownBooking(db: ReadDatabase, id: number): BookingRow | undefined {
  const rows = known.get(db);
  return rows?.recent.get(id) ?? rows?.earlier.get(id);
}

export function rememberBooking(db: ReadDatabase, row: BookingRow): void {
  let rows = known.get(db);
  if (!rows) {
    rows = { recent: new Map(), earlier: new Map() };
    known.set(db, rows);
  }
  if (rows.recent.size >= BOOKINGS_MAX / 2) {
    rows.earlier = rows.recent;
    rows.recent = new Map();
  }
  rows.recent.set(row.id, row);
}

export const forgetBookings = (db: ReadDatabase): boolean => known.delete(db);
