import type { Input, Output } from '../../shared/contract.ts';
import { dayNumber, HOUR_MS, MINUTE_MS } from '../../shared/instants.ts';
import type { FoundWay, Itinerary } from '../../shared/methods/flights.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import type { Airport, Reference } from '../reference/reference.ts';
import { connectionTime } from '../rules/connections.ts';
import { readPolicies } from '../views/known-policies.ts';
import type { Query, QueryContext } from './query.ts';
import { BestItineraries, type Candidate } from './search/best-itineraries.ts';
import { FlightPrices } from './search/flight-prices.ts';
import { flightTraits, narrowing } from './search/flight-traits.ts';
import { FoundItineraries } from './search/found-itineraries.ts';
import { keptRoutes } from './search/kept-routes.ts';
import { LeastFares } from './search/least-fares.ts';
import { LegFlights, type Run } from './search/leg-flights.ts';
import { type LocalDay, localDay } from './search/local-day.ts';
import { findOneStops } from './search/one-stop.ts';
import { type SearchRequest, searchRequest } from './search/search-request.ts';
import { servedAirports } from './search/served-airports.ts';
import { type AirportPair, airportPair, type Stop, stopsBetween } from './search/stops.ts';
import { findThrough } from './search/through.ts';
import { ThroughPairs } from './search/through-pairs.ts';
import { findTwoStops } from './search/two-stops.ts';

const LAST_MINUTE = 1_439;
type OneWay = Omit<Input<'flights.search'>, 'back' | 'from' | 'to' | 'adults' | 'children'>;

/** How long after the landing of the first of three flights the last one may leave: two layovers and a flight between them. */
const THIRD_LEAVES_MS_MAX = 44 * HOUR_MS;

/** Itineraries between two places on a local date of departure and, when `back` names a day, those of the way back on that day. */
export const flightSearch: Query<Input<'flights.search'>, Output<'flights.search'>> = async (context, { back: day, ...out }) => {
  // Over the date line one may land on the day before.
  if (day !== undefined && dayNumber(day) < dayNumber(out.date) - 1)
    return refuse('INPUT_INVALID', { field: 'back', problem: 'is before the way out' });
  const back = day === undefined ? undefined : { ...out, from: out.to, to: out.from, date: day, leavesFrom: 0, leavesTo: LAST_MINUTE };
  const asked = searchRequest(context, out);
  if (!asked.ok) return asked;
  const wayBack = back && searchRequest(context, back);
  if (wayBack && !wayBack.ok) return wayBack;
  const found = await searchWay(context, out, asked.value);
  if (!back || !wayBack) return accept(found);
  const arrivals = found.itineraries.map(({ flights }) => flights.at(-1)?.arrivesAt ?? 0);
  return accept({ ...found, back: await searchWay(context, back, wayBack.value, arrivals.length === 0 ? 0 : Math.min(...arrivals)) });
};

/**
 * Itineraries of one to three flights between two places on a local date of departure. How it works is told in search/README.md.
 * Direct flights and one stop are found and counted completely. Two stops are counted exactly or as "at least": see findTwoStops.
 * `more` is how many of the counted ones are not shown. An itinerary that has no seats for the party, or whose sales have closed, is listed
 * without cabin and price, and comes last when prices are sorted.
 * None leaves before `notBefore`.
 */
export async function searchWay(context: QueryContext, input: OneWay, request: SearchRequest, notBefore = 0): Promise<FoundWay> {
  const { sameAirport = false } = input;
  const prices = new FlightPrices(context, input.cabin, request.party);
  const traits = flightTraits(narrowing(context.reference, input), input.sort);
  // One look for a direct flight costs less than asking what is kept. What is kept knows no carrier.
  const kept = input.maxStops > 0 && !traits ? await keptRoutes(context.db).forSearch(context.db) : undefined;
  const fares = new LeastFares(await readPolicies(context.db), context.now, input.cabin);
  const legs = new LegFlights(context.db, fares, kept, context.pause, traits);
  const best = new BestItineraries(input.sort, legs);
  const found = new FoundItineraries(input.sort, legs, prices, best);

  const stopsPossible = input.maxStops > 0 ? await changeAirports(context, request) : [];
  const through = new ThroughPairs(context.db, dayNumber(input.date));
  const sides: { pair: AirportPair; stops: readonly Stop[] }[] = [];
  for (const pair of pairsOf(context, request, input.date)) {
    const from = Math.max(pair.day.from, context.now + 1, notBefore);
    const mayLeave = leavesBetween(pair.day, input);
    const direct = offered(legs, await legs.between(pair.origin.code, pair.destination.code, from, pair.day.until), mayLeave);
    for (let flight = direct.from; flight < direct.until; flight++) found.add([], flight);
    if (input.maxStops === 0) continue;
    const stops = stopsBetween(context.reference, pair, stopsPossible);
    await readStops(context.reference, legs, pair, stops, from, mayLeave, input.maxStops === 1 ? 1 : 2);
    await findOneStops(context.reference, pair, stops, legs, found, sameAirport);
    const leaves = (departs: number) => departs >= from && departs < pair.day.until && (mayLeave?.(departs) ?? true);
    await findThrough(context.reference, through, { pair, stops, leaves, sameAirport }, legs, found, input.maxStops === 1 ? 1 : 2);
    sides.push({ pair, stops });
  }
  await found.settle();
  if (input.maxStops === 2) await findTwoStops(context.reference, sides, legs, input.sort, found, best, sameAirport);

  const shown = best.list();
  const shownIds = shown.flatMap(({ flights }) => flights.map(legs.id));
  await prices.read(shownIds);
  await prices.nameMarketed(shownIds);
  await context.pause?.();
  const itineraries = shown.map((candidate) => itineraryOf(candidate, legs, prices, request.party));
  const [direct, oneStop, twoStops] = found.counts;
  return { itineraries, more: direct + oneStop + twoStops - itineraries.length, found: { direct, oneStop, twoStops } };
}

function pairsOf({ reference }: QueryContext, { from, to }: SearchRequest, date: string): AirportPair[] {
  return from.flatMap((origin) => {
    const [zone, zoneAfter] = [dayNumber(date), dayNumber(date) + 1].map((at) => (reference.airportOn(origin.code, at) ?? origin).zone);
    const day = localDay(date, zone ?? origin.zone, zoneAfter);
    return to.filter(({ code }) => code !== origin.code).map((destination) => airportPair(reference, origin, destination, day));
  });
}

/** Airports where one may change: all that are served, but those of origin and destination. */
async function changeAirports({ db, reference }: QueryContext, { from, to }: SearchRequest): Promise<Airport[]> {
  const sought = new Set([...from, ...to].map(({ code }) => code));
  return (await servedAirports(db, reference)).filter(({ code }) => !sought.has(code));
}

/** Whether a flight leaves within the minutes that were asked for. Undefined when any time of the day will do. */
type MayLeave = ((departs: number) => boolean) | undefined;

function leavesBetween(day: LocalDay, { leavesFrom, leavesTo }: OneWay): MayLeave {
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
  for (const stop of stops) {
    if (!stop.mayBeReached) continue;
    stop.firsts = offered(legs, await legs.between(origin.code, stop.airport.code, from, day.until), mayLeave);
    stop.arrivals = legs.arrivals(stop.firsts);
  }
  const earliest = Math.min(...stops.map(({ arrivals }) => arrivals[0]));
  const latest = Math.max(...stops.map(({ arrivals }) => arrivals[1]));
  if (latest === 0) return;
  for (const stop of stops) {
    if (!stop.mayBeLeft) continue;
    // With at most one stop, onward flights are read only for a city that is reached, and only for as long as one may wait there.
    const [first, last] = most === 2 ? [earliest, latest + THIRD_LEAVES_MS_MAX] : caughtBetween(reference, pair, stop);
    if (first <= last) stop.lasts = await legs.between(stop.airport.code, destination.code, first, last + 1);
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

function itineraryOf({ flights, changes }: Candidate, legs: LegFlights, prices: FlightPrices, party: number): Itinerary {
  const ids = flights.map(legs.id);
  const summaries = ids.map((id) => prices.summary(id));
  const price = prices.of(ids);
  return {
    key: ids.join('-'),
    flights: summaries,
    connections: changes.map(({ arrivesAt, departsAt, minimumMinutes }, place) => ({
      airport: arrivesAt.code,
      toAirport: departsAt.code,
      minutes: minutesBetween(summaries[place]?.arrivesAt, summaries[place + 1]?.departsAt),
      ...(prices.staysOnBoard(ids[place] ?? 0, ids[place + 1] ?? 0) ? STAYS : { minimumMinutes }),
    })),
    stops: flights.length - 1,
    elapsedMinutes: minutesBetween(summaries[0]?.departsAt, summaries.at(-1)?.arrivesAt),
    cabin: price?.cabin ?? null,
    total: price ? price.perSeat * party : null,
    currency: prices.currencyOf(ids),
  };
}

/** Nobody changes planes there, so no least time counts. */
const STAYS = { minimumMinutes: 0, staysOnBoard: true } as const;

const minutesBetween = (from = 0, until = 0): number => Math.round((until - from) / MINUTE_MS);
