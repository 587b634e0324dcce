import { assert } from '../../shared/assert.ts';
import type { Refused } from '../../shared/refusals.ts';
import { type FlightNow, flightsAsHeld } from '../rules/flights-as-held.ts';
import { type BookingRow, legsOf } from '../store/tables/bookings-table.ts';
import type { CommandContext } from './command.ts';

/**
 * Why the flights of a hold cannot be sold any more, in the order of the list of refusals. The hold is checked against the schedule again
 * at payment. A card that was approved before such a refusal gets its money back.
 */
export async function flightProblem({ cache, now, reference }: CommandContext, row: BookingRow): Promise<Refused | undefined> {
  const legs = legsOf(row);
  const flights: FlightNow[] = [];
  for (const leg of legs) {
    const flight = await cache.flight(leg.flightId);
    assert(flight, `flight ${leg.flightId} of booking ${row.id} is not in the schedule`);
    flights.push(flight);
  }
  return flightsAsHeld(legs, flights, now, reference);
}
