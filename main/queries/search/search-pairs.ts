import type { Input } from '../../../shared/contract.ts';
import { dayNumber, HOUR_MS } from '../../../shared/instants.ts';
import type { Reference } from '../../reference/reference.ts';
import { connectionTime } from '../../rules/connections.ts';
import type { QueryContext } from '../query.ts';
import { type LegFlights, NO_FLIGHTS, type Run } from './leg-flights.ts';
import { type LocalDay, localDay } from './local-day.ts';
import { findOneStops } from './one-stop.ts';
import type { SearchRequest } from './search-request.ts';
import { servedAirports } from './served-airports.ts';
import { type AirportPair, airportPair, type Stop, stopsBetween } from './stops.ts';
import type { TakesItineraries } from './takes-itineraries.ts';
import { findThrough } from './through.ts';
import { ThroughPairs } from './through-pairs.ts';

export const LAST_MINUTE = 1_439;

/** How long after the landing of the first of three flights the last one may leave: two layovers and a flight between them. */
const THIRD_LEAVES_MS_MAX = 44 * HOUR_MS;

type DayWish = Pick<Input<'flights.search'>, 'date' | 'maxStops' | 'leavesFrom' | 'leavesTo' | 'sameAirport'>;
type Places = Pick<SearchRequest, 'from' | 'to'>;

/**
 * Gives `found` all direct flights between the airports of both places and, unless `maxStops` is 0, all itineraries with one stop. None leaves
 * before `notBefore`. For two stops it gives those of through flights, and returns the pairs with their stops: where the search goes on.
 */
export async function searchPairs(
  context: QueryContext,
  input: DayWish,
  places: Places,
  legs: LegFlights,
  found: TakesItineraries,
  notBefore = 0,
): Promise<readonly { readonly pair: AirportPair; readonly stops: readonly Stop[] }[]> {
  const { sameAirport = false } = input;
  const served = input.maxStops > 0 ? await servedAirports(context.db, context.reference) : undefined;
  const sought = new Set([...places.from, ...places.to].map(({ code }) => code));
  const pairs = pairsOf(context, places, input.date);
  const days = pairs.map(({ day }) => day);
  const [dayFrom, dayUntil] = [Math.min(...days.map(({ from }) => from)), Math.max(...days.map(({ until }) => until))];
  const through = new ThroughPairs(context.db, dayNumber(input.date), dayFrom, dayUntil, legs.kept?.through);
  const sides: { pair: AirportPair; stops: readonly Stop[] }[] = [];
  for (const pair of pairs) {
    const from = Math.max(pair.day.from, context.now + 1, notBefore);
    const mayLeave = leavesBetween(pair.day, input);
    const direct = offered(legs, await legs.between(pair.origin.code, pair.destination.code, from, pair.day.until), mayLeave);
    for (let flight = direct.from; flight < direct.until; flight++) found.add([], flight);
    if (!served) continue;
    const stops = stopsBetween(pair, served, sought);
    await readStops(context.reference, legs, pair, stops, from, mayLeave, input.maxStops === 1 ? 1 : 2);
    await findOneStops(context.reference, pair, stops, legs, found, sameAirport);
    const leaves = (departs: number) => departs >= from && departs < pair.day.until && (mayLeave?.(departs) ?? true);
    await findThrough(context.reference, through, { pair, stops, leaves, sameAirport }, legs, found, input.maxStops === 1 ? 1 : 2);
    sides.push({ pair, stops });
  }
  return sides;
}

function pairsOf({ reference }: QueryContext, { from, to }: Places, date: string): AirportPair[] {
  return from.flatMap((origin) => {
    const [zone, zoneAfter] = [dayNumber(date), dayNumber(date) + 1].map((at) => (reference.airportOn(origin.code, at) ?? origin).zone);
    const day = localDay(date, zone ?? origin.zone, zoneAfter);
    return to.filter(({ code }) => code !== origin.code).map((destination) => airportPair(reference, origin, destination, day));
  });
}

/** Whether a flight leaves within the minutes that were asked for. Undefined when any time of the day will do. */
type MayLeave = ((departs: number) => boolean) | undefined;

function leavesBetween(day: LocalDay, { leavesFrom, leavesTo }: DayWish): MayLeave {
  if (leavesFrom === 0 && leavesTo >= LAST_MINUTE) return undefined;
  return (departs) => {
    const minute = day.minuteOf(departs);
    return minute >= leavesFrom && minute <= leavesTo;
  };
}

const offered = (legs: LegFlights, run: Run, mayLeave: MayLeave): Run => (mayLeave ? legs.only(run, mayLeave) : run);

/** Reads the flights from the origin to each stop and from there to the destination. A flight that has left is not offered. */
async function readStops(
  reference: Reference,
  legs: LegFlights,
  pair: AirportPair,
  stops: readonly Stop[],
  from: number,
  mayLeave: MayLeave,
  most: 1 | 2,
): Promise<void> {
  const { origin, destination, day } = pair;
  await legs.pause();
  let [earliest, latest] = [Number.POSITIVE_INFINITY, 0];
  for (const stop of stops) {
    if (!stop.mayBeReached) continue;
    const { code } = stop.airport;
    const run = legs.betweenKept(origin.code, code, from, day.until) ?? (await legs.between(origin.code, code, from, day.until));
    stop.firsts = offered(legs, run, mayLeave);
    if (stop.firsts === NO_FLIGHTS) continue;
    stop.arrivals = legs.arrivals(stop.firsts);
    earliest = Math.min(earliest, stop.arrivals[0]);
    latest = Math.max(latest, stop.arrivals[1]);
  }
  if (latest === 0) return;
  for (const stop of stops) {
    if (!stop.mayBeLeft) continue;
    // With at most one stop, onward flights are read only for a city that is reached, and only for as long as one may wait there.
    const [first, last] = most === 2 ? [earliest, latest + THIRD_LEAVES_MS_MAX] : caughtBetween(reference, pair, stop);
    if (first > last) continue;
    const { code } = stop.airport;
    stop.lasts = legs.betweenKept(code, destination.code, first, last + 1) ?? (await legs.between(code, destination.code, first, last + 1));
  }
}

/** The departures of the first and the last flight that can be caught at a stop; [Infinity, 0] when nobody reaches its city. */
function caughtBetween(reference: Reference, { origin, destination }: AirportPair, stop: Stop): [first: number, last: number] {
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const { airport, arrivals } of stop.city) {
    const time = arrivals[1] > 0 && connectionTime(reference, origin, airport, stop.airport, destination);
    if (!time) continue;
    first = Math.min(first, arrivals[0] + time.minimumMs);
    last = Math.max(last, arrivals[1] + time.layoverMsMax);
  }
  return [first, last];
}
