import { assert } from '../../shared/assert.ts';
import { leftBehind } from '../../shared/left-behind.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';

interface FlightNow {
  readonly cancelled: number;
  readonly departs_at: number;
  readonly arrives_at: number;
}

/**
 * Which flights of a booking leave without its passengers by the schedule of now. `flights`: those of its `legs`. `fault`: whose it must be that a
 * flight was missed.
 */
export const leftBehindNow = (legs: readonly BookedLeg[], flights: readonly FlightNow[], fault: 'carrier' | 'anybody'): boolean[] => {
  const flightAt = (at: number) => {
    const flight = flights[at];
    assert(flight, 'each leg has its flight');
    return flight;
  };
  return leftBehind(
    legs,
    ({ missed }, at) => flightAt(at).cancelled === 1 || (fault === 'carrier' ? missed === 'carrier' : missed !== undefined),
    (_, at) => ({ departsAt: flightAt(at).departs_at, arrivesAt: flightAt(at).arrives_at }),
  );
};
