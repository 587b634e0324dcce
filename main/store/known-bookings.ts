import type { ReadDatabase } from './database.ts';
import type { BookingRow } from './tables/bookings-table.ts';

/** Enough for the live holds of a busy station, and some megabytes. */
const BOOKINGS_MAX = 4_000;

/**
 * The rows of bookings that a handle has written itself, as it left them. The writer is the only one that writes, so they need not be read
 * again, nor held against the journal. They are a guess all the same: a change is made to the version that is known, and where the table
 * has another, the guess was wrong. Whatever undoes something forgets them.
 */
const known = new WeakMap<ReadDatabase, Map<number, BookingRow>>();

export const knownBooking = (db: ReadDatabase, id: number): BookingRow | undefined => known.get(db)?.get(id);

export function rememberBooking(db: ReadDatabase, row: BookingRow): void {
  const rows = known.get(db) ?? new Map<number, BookingRow>();
  known.set(db, rows);
  // The one that was written longest ago goes first.
  rows.delete(row.id);
  rows.set(row.id, row);
  const [oldest] = rows.keys();
  if (rows.size > BOOKINGS_MAX && oldest !== undefined) rows.delete(oldest);
}

export const forgetBookings = (db: ReadDatabase): boolean => known.delete(db);
