import { assert } from '../../shared/assert.ts';
import { instant, isDue } from '../../shared/instants.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';
import { connectionProblem } from '../rules/connections.ts';
import { type BookingRow, legsOf } from '../store/tables/bookings-table.ts';
import type { FlightRow } from '../store/tables/flights-table.ts';
import type { CommandContext } from './command.ts';

/**
 * Why the flights of a hold cannot be sold any more, in the order of the list of refusals. The hold is checked against the schedule again
 * at payment: since the seats were held a flight may have been cancelled, moved or given another aircraft, or it may have left. A flight
 * that now goes elsewhere is not the flight that was held. A card that was approved before such a refusal gets its money back.
 */
export async function flightProblem({ cache, now, reference }: CommandContext, row: BookingRow): Promise<Refused | undefined> {
  const legs = legsOf(row);
  const flights: FlightRow[] = [];
  for (const leg of legs) {
    const flight = await cache.flight(leg.flightId);
    assert(flight, `flight ${leg.flightId} of booking ${row.id} is not in the schedule`);
    flights.push(flight);
  }
  const gone = legs.find(({ destination }, place) => flights[place]?.cancelled === 1 || flights[place]?.destination !== destination);
  if (gone) return refuse('FLIGHT_CANCELLED', { flightId: gone.flightId, flight: gone.flight });
  const departed = legs.find((_, place) => isDue(instant(flights[place]?.departs_at ?? 0), now));
  if (departed) return refuse('FLIGHT_DEPARTED', { flightId: departed.flightId, flight: departed.flight });
  for (const [place, next] of flights.entries()) {
    const before = flights[place - 1];
    const problem = before && connectionProblem(before, next, reference);
    if (problem) return refuse('CONNECTION_INVALID', { flight: legs[place]?.flight, before: legs[place - 1]?.flight, problem });
  }
  for (const [place, { seats, cabin, flight, flightId }] of legs.entries()) {
    const plan = reference.seatPlan(flights[place]?.seat_map ?? '');
    for (const seat of seats) {
      const found = plan?.byName.get(seat);
      if (!found) return refuse('SEAT_UNKNOWN', { flightId, flight, seat });
      if (found.cabin !== cabin) return refuse('SEAT_OTHER_CABIN', { flightId, flight, seat, cabin });
    }
  }
  return undefined;
}
