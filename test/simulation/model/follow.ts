import { connect } from '../world.ts';
import type { Leg, ModelFlight } from './model.ts';

/** A flight, and of which way it is. */
interface OnWay {
  readonly flight: ModelFlight;
  readonly back: boolean;
}

/** Flights as they are now on the legs of an itinerary. */
export const onWays = (flights: readonly ModelFlight[], legs: readonly Pick<Leg, 'back'>[]): OnWay[] =>
  flights.map((flight, at) => ({ flight, back: legs[at]?.back === true }));

/** Whether each flight can be flown after the one before it: on one way passengers change, and the way back begins after the way out has arrived. */
export const follow = (flights: readonly OnWay[]): boolean =>
  flights.every((next, at) => {
    const before = flights[at - 1];
    if (!before) return true;
    if (before.back === next.back) return connect([before.flight, next.flight]);
    return next.back && next.flight.departs >= before.flight.arrives;
  });
