import { type Instant, instant } from '../../shared/instants.ts';
import type { ReadDatabase } from '../store/database.ts';
import { type BookingRow, legsOf } from '../store/tables/bookings-table.ts';
import { flightById } from '../store/tables/flights-table.ts';

/**
 * When the last flight of a booking leaves, by the schedule of now. Undefined when the booking is not sold or is cancelled, and when the carrier has
 * cancelled one of its flights: a cancelled flight is never flown, and what is owed for it is still to be settled.
 */
export async function flownAt(db: ReadDatabase, row: Pick<BookingRow, 'state' | 'legs' | 'parsedLegs'>): Promise<Instant | undefined> {
  if (row.state !== 'CONFIRMED') return undefined;
  let last: number | undefined;
  for (const leg of legsOf(row)) {
    const flight = await flightById(db, leg.flightId);
    if (flight?.cancelled === 1) return undefined;
    last = Math.max(last ?? 0, flight?.departs_at ?? leg.departsAt);
  }
  return last === undefined ? undefined : instant(last);
}
