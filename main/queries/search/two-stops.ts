import { HOUR_MS, SECOND_MS } from '../../../shared/instants.ts';
import { type ConnectionTime, connectionTime } from '../../rules/connections.ts';
import type { Reference } from '../../schedule/reference.ts';
import { type BestItineraries, type Change, leadingFigure, type Sort } from './best-itineraries.ts';
import { type FoundItineraries, firstFrom } from './found-itineraries.ts';
import type { LegFlight, LegFlights } from './leg-flights.ts';
import { MiddleFlights } from './middle-flights.ts';
import type { AirportPair, Stop } from './stops.ts';

/** What one search may read for two stops (see LegFlights.work), and how many it counts when no better one can come. */
const WORK_MAX = 40_000;
const COUNTED_MIN = 1_000;
/** So many itineraries are compared in the time that one row is read in. */
const COMPARED_PER_ROW = 16;
/** No airliner is scheduled faster than this from gate to gate. */
const MILES_PER_HOUR_MAX = 720;
/** More ways than there can be, and few enough that an order times this is still a whole number. */
const PLACES = 2 ** 21;

/** A way from pair.origin over two cities: arrive, go on from `leaves` to `next`, go on from `last`. */
interface Way {
  readonly pair: AirportPair;
  readonly stop: Stop;
  readonly leaves: Stop;
  readonly middles: MiddleFlights;
  readonly next: Stop;
  readonly last: Stop;
  /** No itinerary this way is likely to rank before this figure. */
  readonly estimate: number;
  readonly elapsed: number;
  /** What the ways are sorted by: the estimate, or what tells more where that is the same for all. Below 2^32. */
  readonly order: number;
}

/**
 * Itineraries of three flights. There can be millions, of which 200 are shown, so the ways over two cities are taken
 * in the order of an estimate of their best itinerary, and the search ends
 * - when all ways were taken: the answer and its counts are exact, as they are for any network of some 20,000 flights a day;
 * - when no way left can come among the best, and COUNTED_MIN were counted;
 * - when WORK_MAX is used up: the best of the most promising ways.
 * So the number of two-stop itineraries found is exact below COUNTED_MIN and within WORK_MAX, and else "at least".
 * The estimates of time and departure are safe bounds. That of the price takes the middle flight, not read yet, to cost
 * no less a mile than the cheapest flight seen at either end.
 */
export async function findTwoStops(
  reference: Reference,
  sides: readonly { readonly pair: AirportPair; readonly stops: readonly Stop[] }[],
  legs: LegFlights,
  sort: Sort,
  found: FoundItineraries,
  best: BestItineraries,
): Promise<void> {
  const ways = sides.flatMap(({ pair, stops }) => waysOver(reference, legs, pair, stops, sort));
  const workEnd = legs.work + WORK_MAX;
  for (const place of placesInOrder(ways)) {
    const way = ways[place];
    if (!way || legs.work > workEnd) break;
    const counted = found.counts[2] >= COUNTED_MIN;
    if (counted && way.estimate > best.bar) break;
    await takeWay(reference, way, legs, workEnd, found, counted && sort === 'duration' ? best.bar : Number.POSITIVE_INFINITY);
    await found.settle();
  }
}

/** Where each way stands, most promising first. Plain numbers, each an order and a place in one, sort many times faster than objects. */
function* placesInOrder(ways: readonly Way[]): Generator<number> {
  const keys = new Float64Array(ways.length);
  for (const [place, way] of ways.entries()) keys[place] = Math.floor(way.order) * PLACES + place;
  for (const key of keys.sort()) yield key % PLACES;
}

/** Adds all itineraries of a way while the work lasts; none when it cannot take less than `elapsedMax` with its connections. */
async function takeWay(
  reference: Reference,
  way: Way,
  legs: LegFlights,
  workEnd: number,
  found: FoundItineraries,
  elapsedMax: number,
): Promise<void> {
  const { pair, stop, leaves, next, last } = way;
  const before = connectionTime(reference, pair.origin, stop.airport, leaves.airport, next.airport);
  const after = connectionTime(reference, leaves.airport, next.airport, last.airport, pair.destination);
  if (!before || !after || way.elapsed + before.minimumMs + after.minimumMs > elapsedMax) return;
  const middles = await way.middles.to(next.airport);
  if (middles.length === 0) return;
  const changes: Change[] = [
    { arrivesAt: stop.airport, departsAt: leaves.airport, minimumMinutes: before.minimumMinutes },
    { arrivesAt: next.airport, departsAt: last.airport, minimumMinutes: after.minimumMinutes },
  ];
  for (const first of stop.firsts) {
    for (const second of caught(first, middles, before)) {
      const thirds = caught(second, last.lasts, after);
      for (const third of thirds) found.add(changes, first, second, third);
      legs.work += thirds.length / COMPARED_PER_ROW;
    }
    if (legs.work > workEnd) return;
  }
}

function caught(arriving: LegFlight, flights: readonly LegFlight[], time: ConnectionTime): readonly LegFlight[] {
  const from = firstFrom(flights, arriving.arrives + time.minimumMs);
  return flights.slice(from, firstFrom(flights, arriving.arrives + time.layoverMsMax + 1));
}

function waysOver(reference: Reference, legs: LegFlights, pair: AirportPair, stops: readonly Stop[], sort: Sort): Way[] {
  const starts = stops.filter((stop) => stop.firsts.length > 0).map((stop) => ({ stop, ...least(stop.firsts) }));
  const ends = stops
    .filter((stop) => stop.lasts.length > 0)
    .map((stop) => ({ stop, ...least(stop.lasts) }))
    .sort((a, b) => a.stop.milesToDestination - b.stop.milesToDestination);
  const lowPerMile = Math.min(
    ...starts.map((start) => perMile(start.low, start.stop.milesFromOrigin)),
    ...ends.map((end) => perMile(end.low, end.stop.milesToDestination)),
  );
  const ways: Way[] = [];
  for (const start of starts) {
    for (const leaves of start.stop.city) {
      const middles = new MiddleFlights(reference, legs, pair.origin, start.stop.airport, leaves.airport, start.stop.firsts);
      for (const end of ends) {
        if (start.stop.milesFromOrigin + end.stop.milesToDestination > pair.flownMilesMax) break;
        for (const next of end.stop.city) {
          if (next === start.stop || next === leaves || end.stop === start.stop || end.stop === leaves) continue;
          const miles = reference.miles(leaves.airport, next.airport) ?? 0;
          if (start.stop.milesFromOrigin + miles + end.stop.milesToDestination > pair.flownMilesMax) continue;
          const elapsed = start.ms + (miles / MILES_PER_HOUR_MAX) * HOUR_MS + end.ms;
          const price = start.low + lowPerMile * miles + end.low;
          const estimate = leadingFigure(sort, price, start.departs, start.departs + elapsed, 2);
          const order = sort === 'price' ? price : sort === 'departure' ? start.departs / SECOND_MS : elapsed;
          ways.push({ pair, stop: start.stop, leaves, middles, next, last: end.stop, estimate, elapsed, order });
          middles.expect(next.airport, order);
        }
      }
    }
  }
  return ways;
}

// Without a distance nothing can be said of a price.
const perMile = (low: number, miles: number): number => (miles > 0 ? low / miles : 0);

/** The least of what some flights of one route cost, take and leave at. */
function least(flights: readonly LegFlight[]): { low: number; ms: number; departs: number } {
  let [low, ms] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const flight of flights) [low, ms] = [Math.min(low, flight.low), Math.min(ms, flight.arrives - flight.departs)];
  return { low, ms, departs: flights[0]?.departs ?? 0 };
}
