import { type Instant, instant } from '../../shared/instants.ts';
import { leftBehindNow } from '../rules/left-behind-now.ts';
import type { Awaitable, ReadDatabase } from '../store/database.ts';
import { type BookingRow, legsOf } from '../store/tables/bookings-table.ts';
import { type FlightRow, flightById } from '../store/tables/flights-table.ts';

type Booked = Pick<BookingRow, 'state' | 'legs' | 'parsedLegs'>;
type FlightNow = Pick<FlightRow, 'cancelled' | 'departs_at' | 'arrives_at'>;

/**
 * When the last flight of a booking leaves, by the schedule of now. Undefined when the booking is not sold or is cancelled, and when one
 * of its flights leaves without its passengers: it is never flown, and what is owed for it is still to be settled.
 */
export const flownAt = (db: ReadDatabase, row: Booked): Promise<Instant | undefined> => lastDeparture((id) => flightById(db, id), row);

/** The same for a command, which knows flights already. */
export async function lastDeparture(
  flightNow: (id: number) => Awaitable<FlightNow | undefined>,
  row: Booked,
): Promise<Instant | undefined> {
  if (row.state !== 'CONFIRMED') return undefined;
  const legs = legsOf(row);
  const flights: FlightNow[] = [];
  for (const leg of legs)
    flights.push((await flightNow(leg.flightId)) ?? { cancelled: 0, departs_at: leg.departsAt, arrives_at: leg.arrivesAt });
  if (leftBehindNow(legs, flights, 'anybody').includes(true)) return undefined;
  return flights.length === 0 ? undefined : instant(Math.max(...flights.map(({ departs_at }) => departs_at)));
}
