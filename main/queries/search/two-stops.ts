import { HOUR_MS } from '../../../shared/instants.ts';
import type { Reference } from '../../reference/reference.ts';
import { connectionTime } from '../../rules/connections.ts';
import { type BestItineraries, type Change, leadingFigure, type Sort } from './best-itineraries.ts';
import { caught } from './caught.ts';
import { FareFloor } from './fare-floor.ts';
import type { FoundItineraries } from './found-itineraries.ts';
import { LeastFirst } from './least-first.ts';
import type { LegFlights, Run } from './leg-flights.ts';
import type { AirportPair, Stop } from './stops.ts';
import { type Way, WaysFrom } from './ways-from.ts';

/** The most that one search reads for two stops (see LegFlights.work), and how many it counts at least when no better one can come. */
const WORK_MAX = 40_000;
const COUNTED_MIN = 1_000;
/** How many itineraries are compared in the time in which one row is read. */
const COMPARED_PER_ROW = 16;
/** No airliner is scheduled faster than this from gate to gate. */
const MILES_PER_HOUR_MAX = 720;
/**
 * Itineraries of three flights.
 *
 * The problem: there can be millions of them, and 200 are shown. A search must end in milliseconds.
 * So the ways over two cities are taken in the order of an estimate of their best itinerary. The search ends
 * 1. when all ways were taken: the answer and its counts are exact, as for most pairs of a network of some 20,000 flights a day;
 * 2. when no way that is left can be among the best, and COUNTED_MIN were counted;
 * 3. when WORK_MAX is used up: then the best of the most promising ways are shown.
 * So the count of two-stop itineraries is exact below COUNTED_MIN and within WORK_MAX. Otherwise it means "at least".
 *
 * The estimates of time and departure are safe bounds. The estimate of the price is not: the middle flight is not read yet, and is taken
 * to cost no less than the cheapest flights of about its length at either end (FareFloor). How often that is right stands in
 * docs/performance.md.
 */
export async function findTwoStops(
  reference: Reference,
  sides: readonly { readonly pair: AirportPair; readonly stops: readonly Stop[] }[],
  legs: LegFlights,
  sort: Sort,
  found: FoundItineraries,
  best: BestItineraries,
  sameAirport: boolean,
): Promise<void> {
  const ways: WaysFrom[] = [];
  for (const { pair, stops } of sides) ways.push(...(await waysOver(reference, legs, pair, stops, sort, sameAirport)));
  const workEnd = legs.work + WORK_MAX;
  const mostPromising = new LeastFirst(ways.map(({ least }) => least));
  while (mostPromising.least < Number.POSITIVE_INFINITY && legs.work <= workEnd) {
    await legs.pause();
    const from = ways[mostPromising.first ?? 0];
    const bar = found.counts[2] >= COUNTED_MIN ? best.bar : Number.POSITIVE_INFINITY;
    const figure = mostPromising.least;
    if (!from || figure > bar) break;
    const way = await from.take(reference, legs);
    mostPromising.raise(from.least);
    if (way) addItineraries(reference, from, way, legs, workEnd, found, sort === 'duration' ? bar - figure : Number.POSITIVE_INFINITY);
    await found.settle();
  }
}

/** Adds all itineraries of a way until the work is used up. None is added whose connections take more than `connectionsMsMax`. */
function addItineraries(
  reference: Reference,
  { pair, stop, onward }: WaysFrom,
  { between, next, last }: Way,
  legs: LegFlights,
  workEnd: number,
  found: FoundItineraries,
  connectionsMsMax: number,
): void {
  if (between.from === between.until) return;
  const before = connectionTime(reference, pair.origin, stop.airport, onward.airport, next.airport);
  const after = connectionTime(reference, onward.airport, next.airport, last.airport, pair.destination);
  if (!before || !after || before.minimumMs + after.minimumMs > connectionsMsMax) return;
  const changes: Change[] = [
    { arrivesAt: stop.airport, departsAt: onward.airport, minimumMinutes: before.minimumMinutes },
    { arrivesAt: next.airport, departsAt: last.airport, minimumMinutes: after.minimumMinutes },
  ];
  for (let first = stop.firsts.from; first < stop.firsts.until; first++) {
    const seconds = caught(legs, first, between, before);
    for (let second = seconds.from; second < seconds.until; second++) {
      const thirds = caught(legs, second, last.lasts, after);
      for (let third = thirds.from; third < thirds.until; third++) found.add(changes, first, second, third);
      legs.work += (thirds.until - thirds.from) / COMPARED_PER_ROW;
    }
    if (legs.work > workEnd) return;
  }
}

async function waysOver(
  reference: Reference,
  legs: LegFlights,
  pair: AirportPair,
  stops: readonly Stop[],
  sort: Sort,
  sameAirport: boolean,
): Promise<WaysFrom[]> {
  const cityOf = (stop: Stop): readonly Stop[] => (sameAirport ? [stop] : stop.city);
  const reached = stops.flatMap((stop) => leastOf(legs, stop, stop.firsts, stop.milesFromOrigin));
  const left = stops.flatMap((stop) => leastOf(legs, stop, stop.lasts, stop.milesToDestination));
  left.sort((a, b) => a.miles - b.miles);
  const floor = new FareFloor([...reached, ...left]);
  const ends = left.flatMap((end) => cityOf(end.stop).map((next) => ({ ...end, way: { next, last: end.stop } })));
  const ways: WaysFrom[] = [];
  for (const start of reached) {
    await legs.pause();
    for (const onward of cityOf(start.stop)) {
      const some = new WaysFrom(pair, start.stop, onward);
      for (const end of ends) {
        if (start.miles + end.miles > pair.flownMilesMax) break;
        const { next, last } = end.way;
        if (next === start.stop || next === onward || last === start.stop || last === onward) continue;
        const miles = reference.miles(onward.airport, next.airport) ?? 0;
        if (start.miles + miles + end.miles > pair.flownMilesMax) continue;
        const price = start.low + floor.at(miles) + end.low;
        const arrives = start.departs + start.ms + (miles / MILES_PER_HOUR_MAX) * HOUR_MS + end.ms;
        some.add(end.way, leadingFigure(sort, price, start.departs, arrives, 2, start.rank));
      }
      some.sort();
      ways.push(some);
    }
  }
  return ways;
}

/** A stop with the least price, the least duration and the first departure of its flights. */
interface Least {
  readonly stop: Stop;
  readonly miles: number;
  readonly low: number;
  readonly ms: number;
  readonly departs: number;
  /** The first in the order of carriers or aircraft. */
  readonly rank: number;
}

/** One stop with its least values, or none for a stop without flights. */
function leastOf(legs: LegFlights, stop: Stop, flights: Run, miles: number): Least[] {
  if (flights.from === flights.until) return [];
  let [low, ms, rank] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let place = flights.from; place < flights.until; place++) {
    low = Math.min(low, legs.low(place));
    ms = Math.min(ms, legs.arrives(place) - legs.departs(place));
    rank = Math.min(rank, legs.rank(place));
  }
  return [{ stop, miles, low, ms, departs: legs.departs(flights.from), rank }];
}
