import { assert } from '../../../shared/assert.ts';
import { accept, type Reply, refuse } from '../../../shared/refusals.ts';
import { CABINS, type Cabin } from '../../../shared/seat-map.ts';
import type { SeatPlan } from '../../reference/reference.ts';
import { type FlightRow, flightName } from '../../store/tables/flights-table.ts';
import { type CabinSeats, cabinSeats } from '../../views/cabin-seats.ts';
import type { CommandContext } from '../command.ts';
import { flightOver } from '../flight-over.ts';

export interface OversoldFlight {
  readonly flight: FlightRow;
  readonly plan: SeatPlan;
  readonly seats: CabinSeats;
}

/** A flight that has not left, some of whose passengers have no seat in a cabin; or why there is none. */
export async function flightOversold(
  { db, now, cache, reference }: CommandContext,
  flightId: number,
  cabin: Cabin,
): Promise<Reply<OversoldFlight>> {
  const flight = await cache.flight(flightId);
  if (!flight) return refuse('FLIGHT_UNKNOWN', { flightId });
  const about = { flightId, flight: flightName(flight), cabin };
  const over = flightOver(flight, now, { cabin });
  if (over) return over;
  const plan = reference.seatPlan(flight.seat_map);
  assert(plan, `flight ${flightId} flies with a seat map that this Aisle does not know`);
  const seats = await cabinSeats(db, flightId, plan, cabin);
  // Passengers of a cabin that another aircraft took away are on the list too.
  if (!plan.capacity[cabin] && seats.unseated === 0)
    return refuse('CABIN_UNKNOWN', { ...about, cabins: CABINS.filter((one) => plan.capacity[one]) });
  if (seats.unseated === 0) return refuse('OVERSALE_NONE', about);
  return accept({ flight, plan, seats });
}
