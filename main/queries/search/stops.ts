import type { Airport, Reference } from '../../reference/reference.ts';
import { flownMilesMax } from '../../rules/circuity.ts';
import { NO_FLIGHTS, type Run } from './leg-flights.ts';
import type { LocalDay } from './local-day.ts';

const NEVER = [Number.POSITIVE_INFINITY, 0] as const;

/** One airport of departure and one of arrival. A search between two cities has several pairs. */
export interface AirportPair {
  readonly origin: Airport;
  readonly destination: Airport;
  readonly day: LocalDay;
  readonly flownMilesMax: number;
}

/** An airport where passengers of one pair might change. If the sources differ about where it lies, its miles are 0, so that distance never rules it out. */
export interface Stop {
  readonly airport: Airport;
  /** The served airports of its city, itself included: one may arrive at this one and leave from another. */
  readonly city: readonly Stop[];
  readonly milesFromOrigin: number;
  readonly milesToDestination: number;
  /** Whether it lies near enough to the way for a first flight to it or a last flight from it. */
  mayBeReached: boolean;
  mayBeLeft: boolean;
  /** From the origin to here, and from here to the destination. */
  firsts: Run;
  lasts: Run;
  /** When the first and the last of `firsts` arrive; [Infinity, 0] when there is none. */
  arrivals: readonly [earliest: number, latest: number];
}

export function airportPair(reference: Reference, origin: Airport, destination: Airport, day: LocalDay): AirportPair {
  const direct = reference.miles(origin, destination);
  return { origin, destination, day, flownMilesMax: direct === undefined ? Number.POSITIVE_INFINITY : flownMilesMax(direct) };
}

/** The served airports that lie near enough to the way from one end of the pair to the other. */
export function stopsBetween(reference: Reference, pair: AirportPair, served: readonly Airport[]): Stop[] {
  const cities = new Map<string, Stop[]>();
  const stops = served.map((airport): Stop => {
    const city = cities.get(airport.cityCode) ?? [];
    const stop: Stop = {
      airport,
      city,
      milesFromOrigin: reference.miles(pair.origin, airport) ?? 0,
      milesToDestination: reference.miles(airport, pair.destination) ?? 0,
      mayBeReached: false,
      mayBeLeft: false,
      firsts: NO_FLIGHTS,
      lasts: NO_FLIGHTS,
      arrivals: NEVER,
    };
    city.push(stop);
    cities.set(airport.cityCode, city);
    return stop;
  });
  for (const city of cities.values()) {
    // The way between two airports of a city is travelled on the ground and does not count as flown.
    const fromOrigin = Math.min(...city.map(({ milesFromOrigin }) => milesFromOrigin));
    const toDestination = Math.min(...city.map(({ milesToDestination }) => milesToDestination));
    for (const stop of city) {
      stop.mayBeReached = stop.milesFromOrigin + toDestination <= pair.flownMilesMax;
      stop.mayBeLeft = fromOrigin + stop.milesToDestination <= pair.flownMilesMax;
    }
  }
  return stops.filter(({ mayBeReached, mayBeLeft }) => mayBeReached || mayBeLeft);
}
