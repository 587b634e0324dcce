import { assert } from '../../shared/assert.ts';
import { type BookingRow, legsOf } from '../store/tables/bookings-table.ts';
import type { FlightRow } from '../store/tables/flights-table.ts';
import type { CommandContext } from './command.ts';

/** The flights of a booking as the schedule has them now, in the order of its legs. */
export async function flightsOfBooking({ cache }: Pick<CommandContext, 'cache'>, row: BookingRow): Promise<FlightRow[]> {
  const flights: FlightRow[] = [];
  for (const { flightId } of legsOf(row)) {
    const flight = await cache.flight(flightId);
    assert(flight, `flight ${flightId} of booking ${row.id} is not in the schedule`);
    flights.push(flight);
  }
  return flights;
}
