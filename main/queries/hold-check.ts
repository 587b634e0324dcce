import { assert } from '../../shared/assert.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { type FlightNow, flightsAsHeld } from '../rules/flights-as-held.ts';
import { bookingById, legsOf } from '../store/tables/bookings-table.ts';
import { flightById } from '../store/tables/flights-table.ts';
import type { Query } from './query.ts';

/**
 * Whether the flights of a hold are still as they were held: why a payment would be refused because of them, and which of them leave or
 * arrive at another time.
 */
export const holdCheck: Query<Input<'holds.check'>, Output<'holds.check'>> = async ({ db, now, reference }, { bookingId }) => {
  const row = await bookingById(db, bookingId);
  if (!row) return refuse('BOOKING_UNKNOWN', { bookingId, locator: `number ${bookingId}` });
  const legs = legsOf(row);
  const flights: FlightNow[] = [];
  const moved: Output<'holds.check'>['moved'] = [];
  for (const { flightId, departsAt, arrivesAt } of legs) {
    const flight = await flightById(db, flightId);
    assert(flight, `flight ${flightId} of booking ${bookingId} is not in the schedule`);
    flights.push(flight);
    if (flight.departs_at !== departsAt || flight.arrives_at !== arrivesAt)
      moved.push({ flightId, departsAt: flight.departs_at, arrivesAt: flight.arrives_at });
  }
  return accept({ refusal: flightsAsHeld(legs, flights, now, reference)?.refusal.message ?? '', moved });
};
