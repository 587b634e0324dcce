import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import { wayOf } from '../../shared/ways.ts';
import type { Screen } from './navigation-store.ts';

/** The flights of a hold or booking as the flight screen takes them, with those of the way back, each way in its cabin. */
export function flightsOf(
  legs: readonly BookedLeg[],
): Pick<Extract<Screen, { name: 'flight' }>, 'flightIds' | 'back' | 'cabin' | 'backCabin'> {
  const home = wayOf(legs, 'back');
  const [cabin, backCabin] = [legs[0]?.cabin, home[0]?.cabin];
  return {
    flightIds: legs.map(({ flightId }) => flightId),
    ...(cabin ? { cabin } : {}),
    // A way back that is left alone is sold again as a way out.
    ...(backCabin && home.length < legs.length ? { back: home.length, backCabin } : {}),
  };
}
