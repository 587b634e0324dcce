import { DAY_MS } from '../../../shared/instants.ts';
import { follow, onWays } from './follow.ts';
import type { Leg, Model } from './model.ts';

/**
 * Whether passengers of the first leg reach the second by the schedule of now no more, and would have as both were sold. Flights that do not fly, or
 * not to where they did, have lost more than that.
 */
export function connectionLost(model: Model, before: Leg, next: Leg): boolean {
  const legs = [before, next];
  const now = model.flown(legs);
  const [first, second] = now;
  if (!first || !second || first.cancelled || second.cancelled || second.destination !== next.destination) return false;
  const isDaysLater = next.departsAt - before.arrivesAt >= DAY_MS && before.back === next.back;
  if (isDaysLater) return second.departs < first.arrives && !follow(onWays(now, legs));
  const sold = now.map((flight, at) => {
    const { destination, departsAt, arrivesAt } = legs[at] as Leg;
    return { ...flight, destination, departs: departsAt, arrives: arrivesAt };
  });
  return follow(onWays(sold, legs)) && !follow(onWays(now, legs));
}
