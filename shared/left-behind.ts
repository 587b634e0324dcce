import { type OnWay, sameJourney } from './ways.ts';

interface Sold extends OnWay {
  readonly departsAt: number;
  readonly arrivesAt: number;
}

/**
 * Which flights of a booking leave without its passengers, as they were sold and in their order: one that they are not on, because it does not fly or
 * they missed it, and each flight of the same journey after it, which they could only reach by it.
 */
export function leftBehind<Leg extends Sold>(legs: readonly Leg[], isNotOn: (leg: Leg, at: number) => boolean): boolean[] {
  const behind: boolean[] = [];
  for (const [at, leg] of legs.entries()) {
    const before = legs[at - 1];
    behind.push(isNotOn(leg, at) || (before !== undefined && behind[at - 1] === true && sameJourney(before, leg)));
  }
  return behind;
}
