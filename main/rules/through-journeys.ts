import { ITINERARY_FLIGHTS_MAX } from '../../shared/bounds.ts';
import type { Reference } from '../reference/reference.ts';
import { connectionTime } from './connections.ts';
import { flownBetween } from './flown-between.ts';
import { type NumberedLeg, staysOnBoard } from './through-flight.ts';

/**
 * What some legs of a number are as whole journeys, on which passengers stay on board from the first leg to the last, in the order of the first legs. As in
 * a search, a longer stop than a connection may be ends a journey, and so does an airport that it has called at. One of more flights than an itinerary may
 * have is left out.
 */
export function throughJourneys<Leg extends NumberedLeg>(legs: readonly Leg[], reference: Reference): Leg[][] {
  const goesOn = (leg: Leg): Leg | undefined => legs.find((next) => next !== leg && isOffered(leg, next, reference));
  const later = new Set(legs.map(goesOn));
  return legs
    .filter((leg) => !later.has(leg))
    .map((first) => journeyFrom(first, goesOn))
    .filter(({ length }) => length > 1 && length <= ITINERARY_FLIGHTS_MAX);
}

function journeyFrom<Leg extends NumberedLeg>(first: Leg, goesOn: (leg: Leg) => Leg | undefined): Leg[] {
  const journey = [first];
  const called = new Set([first.origin, first.destination]);
  for (let next = goesOn(first); next && !called.has(next.destination); next = goesOn(next)) {
    journey.push(next);
    called.add(next.destination);
  }
  return journey;
}

function isOffered(before: NumberedLeg, next: NumberedLeg, reference: Reference): boolean {
  if (!staysOnBoard(before, next)) return false;
  const [from, at, departsAt, to] = [...flownBetween(reference, before), ...flownBetween(reference, next)];
  const time = from && at && departsAt && to && connectionTime(reference, from, at, departsAt, to);
  return time !== undefined && next.departs_at - before.arrives_at <= time.layoverMsMax;
}
