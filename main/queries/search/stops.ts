import type { Airport, Reference } from '../../reference/reference.ts';
import { flownMilesMax } from '../../rules/circuity.ts';
import { NO_FLIGHTS, type Run } from './leg-flights.ts';
import type { LocalDay } from './local-day.ts';
import type { ServedAirports } from './served-airports.ts';

/** Miles of an airport that no city has: no way over it is short enough. */
const FAR = Number.POSITIVE_INFINITY;
const NO_STOPS: readonly Stop[] = [];
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
  city: readonly Stop[];
  readonly milesFromOrigin: number;
  readonly milesToDestination: number;
  /** Whether it lies near enough to the way for a first flight to it or a last flight from it. */
  readonly mayBeReached: boolean;
  readonly mayBeLeft: boolean;
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

/**
 * The served airports that lie near enough to the way from one end of the pair to the other. `sought`: the codes of origin and destination and, in a
 * search between cities, of their other airports, where nobody changes.
 */
export function stopsBetween(pair: AirportPair, served: ServedAirports, sought: ReadonlySet<string>): Stop[] {
  const { airports, cityOf } = served;
  const [fromOrigin, toDestination] = [served.milesFrom(pair.origin), served.milesFrom(pair.destination)];
  const isSought = served.marked(sought);
  // The way between two airports of a city is travelled on the ground and does not count as flown.
  const [leastFrom, leastTo] = [new Float64Array(served.cities).fill(FAR), new Float64Array(served.cities).fill(FAR)];
  for (let place = 0; place < airports.length; place++) {
    if (isSought[place]) continue;
    const city = cityOf[place] ?? 0;
    leastFrom[city] = Math.min(leastFrom[city] ?? FAR, fromOrigin[place] ?? 0);
    leastTo[city] = Math.min(leastTo[city] ?? FAR, toDestination[place] ?? 0);
  }
  const cities: (Stop[] | undefined)[] = new Array(served.cities).fill(undefined);
  const stops: Stop[] = [];
  for (let place = 0; place < airports.length; place++) {
    const city = cityOf[place] ?? 0;
    const [nearFrom, nearTo] = [leastFrom[city] ?? FAR, leastTo[city] ?? FAR];
    // Every way over a city is at least as long as this.
    if (nearFrom + nearTo > pair.flownMilesMax || isSought[place]) continue;
    const [airport, milesFromOrigin, milesToDestination] = [airports[place], fromOrigin[place] ?? 0, toDestination[place] ?? 0];
    if (!airport) continue;
    const stop: Stop = {
      airport,
      city: NO_STOPS,
      milesFromOrigin,
      milesToDestination,
      mayBeReached: milesFromOrigin + nearTo <= pair.flownMilesMax,
      mayBeLeft: nearFrom + milesToDestination <= pair.flownMilesMax,
      firsts: NO_FLIGHTS,
      lasts: NO_FLIGHTS,
      arrivals: NEVER,
    };
    // Nearly every city has one airport, for which a list of exactly one is made.
    const ofCity = cities[city];
    if (ofCity) ofCity.push(stop);
    stop.city = cities[city] = ofCity ?? [stop];
    if (stop.mayBeReached || stop.mayBeLeft) stops.push(stop);
  }
  return stops;
}
