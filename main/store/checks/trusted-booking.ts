import { type ReadDatabase, StoreError } from '../database.ts';
import { type BookingRow, bookingsBetween } from '../tables/bookings-table.ts';
import { rowsProblem } from './check-bookings.ts';

/**
 * A booking that is what the journal says of it, with its money, names and seats, or undefined when there never was one. SQLite keeps no
 * sums over its pages: one of another day reads as well as the right one, until its rows are held against others. Throws StoreError
 * `corrupt`.
 */
export async function trustedBooking(db: ReadDatabase, id: number): Promise<BookingRow | undefined> {
  const rows = await bookingsBetween(db, id - 1, id);
  const problem = await rowsProblem(db, rows, id - 1, id);
  if (problem) throw new StoreError('corrupt', problem);
  return rows[0];
}
