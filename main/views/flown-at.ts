import { type Instant, instant } from '../../shared/instants.ts';
import type { Awaitable, ReadDatabase } from '../store/database.ts';
import { type BookingRow, legsOf } from '../store/tables/bookings-table.ts';
import { type FlightRow, flightById } from '../store/tables/flights-table.ts';

type Booked = Pick<BookingRow, 'state' | 'legs' | 'parsedLegs'>;
type FlightNow = Pick<FlightRow, 'cancelled' | 'departs_at'>;

/**
 * When the last flight of a booking leaves, by the schedule of now. Undefined when the booking is not sold or is cancelled, and when one
 * of its flights was cancelled or missed: it is never flown, and what is owed for it is still to be settled.
 */
export const flownAt = (db: ReadDatabase, row: Booked): Promise<Instant | undefined> => lastDeparture((id) => flightById(db, id), row);

/** The same for a command, which knows flights already. */
export async function lastDeparture(
  flightNow: (id: number) => Awaitable<FlightNow | undefined>,
  row: Booked,
): Promise<Instant | undefined> {
  if (row.state !== 'CONFIRMED') return undefined;
  let last: number | undefined;
  for (const leg of legsOf(row)) {
    const flight = await flightNow(leg.flightId);
    if (flight?.cancelled === 1 || leg.missed) return undefined;
    last = Math.max(last ?? 0, flight?.departs_at ?? leg.departsAt);
  }
  return last === undefined ? undefined : instant(last);
}
