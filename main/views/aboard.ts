import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import { trustedBooking } from '../store/checks/trusted-booking.ts';
import type { ReadDatabase } from '../store/database.ts';
import { type BookingRow, legsOf } from '../store/tables/bookings-table.ts';
import { bookingsOn } from '../store/tables/claims-table.ts';

/** A booking and its leg on a flight. */
export interface Aboard {
  readonly row: BookingRow;
  readonly leg: BookedLeg;
}

/** Every booking on a flight, in the order of their numbers. `setApart`: holds that nobody trusts. */
export async function aboardOf(db: ReadDatabase, flightId: number, setApart: ReadonlySet<number>): Promise<Aboard[]> {
  const found: Aboard[] = [];
  for (const id of await bookingsOn(db, flightId)) {
    const row = setApart.has(id) ? undefined : await trustedBooking(db, id);
    const leg = row && legsOf(row).find((one) => one.flightId === flightId);
    if (row && leg) found.push({ row, leg });
  }
  return found;
}
