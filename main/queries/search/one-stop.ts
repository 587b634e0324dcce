import { connectionTime } from '../../rules/connections.ts';
import type { Reference } from '../../schedule/reference.ts';
import { type FoundItineraries, firstFrom } from './found-itineraries.ts';
import type { AirportPair, Stop } from './stops.ts';

/** All itineraries of two flights between a pair: every first flight with every second that can be caught. */
export function findOneStops(reference: Reference, pair: AirportPair, stops: readonly Stop[], found: FoundItineraries): void {
  for (const stop of stops) {
    if (stop.firsts.length === 0) continue;
    for (const leaves of stop.city) {
      if (leaves.lasts.length === 0 || stop.milesFromOrigin + leaves.milesToDestination > pair.flownMilesMax) continue;
      const time = connectionTime(reference, pair.origin, stop.airport, leaves.airport, pair.destination);
      if (!time) continue;
      const changes = [{ arrivesAt: stop.airport, departsAt: leaves.airport, minimumMinutes: time.minimumMinutes }];
      for (const first of stop.firsts) {
        const latest = first.arrives + time.layoverMsMax;
        for (let next = firstFrom(leaves.lasts, first.arrives + time.minimumMs); next < leaves.lasts.length; next++) {
          const second = leaves.lasts[next];
          if (!second || second.departs > latest) break;
          found.add(changes, first, second);
        }
      }
    }
  }
}
