import { type ReadDatabase, StoreError } from '../database.ts';
import { knownBooking } from '../known-bookings.ts';
import { type BookingRow, bookingsBetween } from '../tables/bookings-table.ts';
import { rowsProblem } from './check-bookings.ts';

/**
 * Reads a booking and compares it with the journal, its money, its names and its seats. Undefined when there never was such a booking.
 * The reason stands in cross-check.ts. Throws StoreError `corrupt`.
 */
export async function trustedBooking(db: ReadDatabase, id: number): Promise<BookingRow | undefined> {
  // What this handle has written itself it need not hold against anything.
  const known = knownBooking(db, id);
  if (known) return known;
  const rows = await bookingsBetween(db, id - 1, id);
  const problem = await rowsProblem(db, rows, id - 1, id);
  if (problem) throw new StoreError('corrupt', problem);
  return rows[0];
}
