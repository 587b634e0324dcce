import { type OnWay, sameJourney } from './ways.ts';

interface Times {
  readonly departsAt: number;
  readonly arrivesAt: number;
}

/**
 * Which flights of a booking leave without its passengers, as they were sold and in their order: one that they are not on, because it does not fly or
 * they missed it; each flight of the same journey after it, which they could only reach by it; and one that leaves before the flight of the same journey
 * before it has arrived. `flies`: when a flight leaves and arrives by the schedule of now.
 */
export function leftBehind<Leg extends OnWay & Times>(
  legs: readonly Leg[],
  isNotOn: (leg: Leg, at: number) => boolean,
  flies: (leg: Leg, at: number) => Times,
): boolean[] {
  const behind: boolean[] = [];
  for (const [at, leg] of legs.entries()) {
    const before = legs[at - 1];
    const isReached =
      !before || !sameJourney(before, leg) || (!behind[at - 1] && flies(before, at - 1).arrivesAt <= flies(leg, at).departsAt);
    behind.push(isNotOn(leg, at) || !isReached);
  }
  return behind;
}
