import type { Input, Output } from '../../shared/contract.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/instants.ts';
import type { Itinerary } from '../../shared/methods/flights.ts';
import { accept } from '../../shared/refusals.ts';
import type { Airport } from '../schedule/reference.ts';
import { servedOrigins } from '../store/flights-table.ts';
import type { Query, QueryContext } from './query.ts';
import { BestItineraries, type Candidate } from './search/best-itineraries.ts';
import { FlightPrices } from './search/flight-prices.ts';
import { FoundItineraries } from './search/found-itineraries.ts';
import { type LegFlight, LegFlights } from './search/leg-flights.ts';
import { type LocalDay, localDay } from './search/local-day.ts';
import { findOneStops } from './search/one-stop.ts';
import { type SearchRequest, searchRequest } from './search/search-request.ts';
import { type AirportPair, airportPair, mayBeLeft, mayBeReached, type Stop, stopsBetween } from './search/stops.ts';
import { findTwoStops } from './search/two-stops.ts';

const LAST_MINUTE = 1_439;
/** How long after the first flight has landed the last one may still leave: layovers, and a flight between them. */
const LAST_LEAVES_MS_MAX = { 1: 12 * HOUR_MS, 2: 44 * HOUR_MS };

/**
 * Itineraries of one to three flights between two places on a local date of departure. Direct flights and one stop are
 * found and counted completely; what holds for two stops is said at findTwoStops. `more` is how many of those counted
 * are not shown. An itinerary that has no seats for the party is listed without cabin and price, last by price.
 */
export const flightSearch: Query<Input<'flights.search'>, Output<'flights.search'>> = async (context, input) => {
  const request = searchRequest(context, input);
  if (!request.ok) return request;
  const prices = new FlightPrices(context, input.cabin, request.value.party);
  const best = new BestItineraries(input.sort, prices);
  const found = new FoundItineraries(input.sort, best);
  const legs = new LegFlights(context.db, input.cabin);

  const stopsPossible = input.maxStops > 0 ? await changeAirports(context, request.value) : [];
  const sides: { pair: AirportPair; stops: readonly Stop[] }[] = [];
  for (const pair of pairsOf(context, request.value, input.date)) {
    const from = Math.max(pair.day.from, context.now + 1);
    const mayLeave = leavesBetween(pair.day, input);
    const direct = await legs.between(pair.origin.code, pair.destination.code, from, pair.day.until);
    for (const flight of direct.filter(mayLeave)) found.add([], flight);
    if (input.maxStops === 0) continue;
    const stops = stopsBetween(context.reference, pair, stopsPossible);
    await readStops(legs, pair, stops, from, mayLeave, input.maxStops === 1 ? 1 : 2);
    findOneStops(context.reference, pair, stops, found);
    sides.push({ pair, stops });
  }
  await found.settle();
  if (input.maxStops === 2) await findTwoStops(context.reference, sides, legs, input.sort, found, best);

  const itineraries: Itinerary[] = [];
  for (const candidate of best.list()) itineraries.push(await itineraryOf(candidate, prices, request.value.party));
  const [direct, oneStop, twoStops] = found.counts;
  return accept({ itineraries, more: direct + oneStop + twoStops - itineraries.length, found: { direct, oneStop, twoStops } });
};

function pairsOf({ reference }: QueryContext, { from, to }: SearchRequest, date: string): AirportPair[] {
  return from.flatMap((origin) => {
    const day = localDay(date, origin.zone);
    return to.filter(({ code }) => code !== origin.code).map((destination) => airportPair(reference, origin, destination, day));
  });
}

/**
 * Where one may change: the airports that flights leave from and those of the same cities, where one may arrive. Not in the
 * places sought: nobody changes planes where they start or want to be.
 */
async function changeAirports({ db, reference }: QueryContext, { from, to }: SearchRequest): Promise<Airport[]> {
  const airports = new Map<string, Airport>();
  for (const code of await servedOrigins(db)) {
    const airport = reference.airport(code);
    if (!airport) continue;
    airports.set(code, airport);
    for (const other of reference.airportsOf(airport.cityCode)) airports.set(other.code, other);
  }
  for (const { code } of [...from, ...to]) airports.delete(code);
  return [...airports.values()];
}

function leavesBetween(day: LocalDay, { leavesFrom, leavesTo }: Input<'flights.search'>): (flight: LegFlight) => boolean {
  if (leavesFrom === 0 && leavesTo >= LAST_MINUTE) return () => true;
  return ({ departs }) => {
    const minute = day.minuteOf(departs);
    return minute >= leavesFrom && minute <= leavesTo;
  };
}

/** Fills in the flights from the origin to each stop and from there to the destination. What has left already is not offered. */
async function readStops(
  legs: LegFlights,
  pair: AirportPair,
  stops: readonly Stop[],
  from: number,
  mayLeave: (flight: LegFlight) => boolean,
  most: 1 | 2,
): Promise<void> {
  const { origin, destination, day } = pair;
  const reached = stops.filter((stop) => mayBeReached(stop, pair));
  const firsts = await legs.many('from', origin.code, codesOf(reached), from, day.until);
  let [earliest, latest] = [Number.POSITIVE_INFINITY, 0];
  for (const stop of reached) {
    stop.firsts = (firsts.get(stop.airport.code) ?? []).filter(mayLeave);
    for (const { arrives } of stop.firsts) [earliest, latest] = [Math.min(earliest, arrives), Math.max(latest, arrives)];
  }
  if (latest === 0) return;
  // With one stop only, a city that nobody reaches needs no way on.
  const left = stops.filter((stop) => mayBeLeft(stop, pair) && (most === 2 || stop.city.some((other) => other.firsts.length > 0)));
  const lasts = await legs.many('to', destination.code, codesOf(left), earliest, latest + LAST_LEAVES_MS_MAX[most]);
  for (const stop of left) stop.lasts = lasts.get(stop.airport.code) ?? [];
}

const codesOf = (stops: readonly Stop[]): string[] => stops.map(({ airport }) => airport.code);

async function itineraryOf({ flights, changes }: Candidate, prices: FlightPrices, party: number): Promise<Itinerary> {
  const summaries = await prices.summaries(flights);
  const price = await prices.of(flights);
  return {
    key: flights.map(({ id }) => id).join('-'),
    flights: summaries,
    connections: changes.map(({ arrivesAt, departsAt, minimumMinutes }, place) => ({
      airport: arrivesAt.code,
      toAirport: departsAt.code,
      minutes: minutesBetween(flights[place]?.arrives, flights[place + 1]?.departs),
      minimumMinutes,
    })),
    stops: flights.length - 1,
    elapsedMinutes: minutesBetween(flights[0]?.departs, flights.at(-1)?.arrives),
    cabin: price?.cabin ?? null,
    total: price ? price.perSeat * party : null,
    currency: summaries[0]?.currency ?? '',
  };
}

const minutesBetween = (from = 0, until = 0): number => Math.round((until - from) / MINUTE_MS);
