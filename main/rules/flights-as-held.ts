import { type Instant, instant, isDue } from '../../shared/instants.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import { seatNames } from '../../shared/open-seat.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';
import type { Reference } from '../reference/reference.ts';
import { followProblem } from './connections.ts';
import type { NumberedLeg } from './through-flight.ts';

/** A flight as the schedule has it now. */
export interface FlightNow extends NumberedLeg {
  readonly seat_map: string;
  readonly cancelled: number;
}

/**
 * Why the flights of a hold cannot be sold any more, in the order of the list of refusals; `flights` are those of the legs, in their order.
 * Since the seats were held a flight may have been cancelled, moved or given another aircraft, or it may have left. A flight that now goes
 * elsewhere is not the flight that was held.
 */
export function flightsAsHeld(
  legs: readonly BookedLeg[],
  flights: readonly FlightNow[],
  now: Instant,
  reference: Reference,
): Refused | undefined {
  const gone = legs.find(({ destination }, place) => flights[place]?.cancelled === 1 || flights[place]?.destination !== destination);
  if (gone) return refuse('FLIGHT_CANCELLED', { flightId: gone.flightId, flight: gone.flight });
  const departed = legs.find((_, place) => isDue(instant(flights[place]?.departs_at ?? 0), now));
  if (departed) return refuse('FLIGHT_DEPARTED', { flightId: departed.flightId, flight: departed.flight });
  for (const [place, next] of flights.entries()) {
    const before = flights[place - 1];
    const [leg, last] = [legs[place], legs[place - 1]];
    if (!before || !leg || !last) continue;
    const problem = followProblem({ flight: before, leg: last }, { flight: next, leg }, reference);
    if (problem) return refuse('CONNECTION_INVALID', { flight: leg.flight, before: last.flight, problem });
  }
  for (const [place, { seats, cabin, flight, flightId }] of legs.entries()) {
    const plan = reference.seatPlan(flights[place]?.seat_map ?? '');
    for (const seat of seatNames(seats)) {
      const found = plan?.byName.get(seat);
      if (!found) return refuse('SEAT_UNKNOWN', { flightId, flight, seat });
      if (found.cabin !== cabin) return refuse('SEAT_OTHER_CABIN', { flightId, flight, seat, cabin });
    }
  }
  return undefined;
}
