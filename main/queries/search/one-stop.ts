import type { Reference } from '../../reference/reference.ts';
import { connectionTime } from '../../rules/connections.ts';
import type { Change } from './best-itineraries.ts';
import type { LegFlights, Run } from './leg-flights.ts';
import type { AirportPair, Stop } from './stops.ts';
import type { TakesItineraries } from './takes-itineraries.ts';

/**
 * Finds all itineraries of two flights between a pair of airports: each first flight with each second flight that can be caught; `sameAirport`: from the
 * airport where the first arrives.
 */
export async function findOneStops(
  reference: Reference,
  pair: AirportPair,
  stops: readonly Stop[],
  legs: LegFlights,
  found: TakesItineraries,
  sameAirport: boolean,
): Promise<void> {
  for (const stop of stops) {
    if (isEmpty(stop.firsts)) continue;
    await legs.pause();
    for (const onward of sameAirport ? [stop] : stop.city) {
      if (isEmpty(onward.lasts) || stop.milesFromOrigin + onward.milesToDestination > pair.flownMilesMax) continue;
      const time = connectionTime(reference, pair.origin, stop.airport, onward.airport, pair.destination);
      if (!time) continue;
      let changes: readonly Change[] | undefined;
      for (let first = stop.firsts.from; first < stop.firsts.until; first++) {
        const arrives = legs.arrives(first);
        let second = legs.firstFrom(onward.lasts, arrives + time.minimumMs);
        for (; second < onward.lasts.until && legs.departs(second) <= arrives + time.layoverMsMax; second++) {
          changes ??= [{ arrivesAt: stop.airport, departsAt: onward.airport, minimumMinutes: time.minimumMinutes }];
          found.add(changes, first, second);
        }
      }
      if (found.crowded) await found.settle();
    }
  }
}

const isEmpty = (run: Run): boolean => run.from === run.until;
