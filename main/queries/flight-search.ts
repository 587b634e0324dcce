import { ITINERARIES_SHOWN_MAX } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { dayNumber, MINUTE_MS } from '../../shared/instants.ts';
import type { FoundWay, Itinerary } from '../../shared/methods/flights.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { readPolicies } from '../views/known-policies.ts';
import type { Query, QueryContext } from './query.ts';
import { BestItineraries, type Candidate } from './search/best-itineraries.ts';
import { FlightPrices } from './search/flight-prices.ts';
import { flightTraits, narrowing } from './search/flight-traits.ts';
import { FoundItineraries } from './search/found-itineraries.ts';
import { keptRoutes } from './search/kept-routes.ts';
import { LeastFares } from './search/least-fares.ts';
import { LegFlights } from './search/leg-flights.ts';
import { LAST_MINUTE, searchPairs } from './search/search-pairs.ts';
import { type SearchRequest, searchRequest } from './search/search-request.ts';
import { findTwoStops } from './search/two-stops.ts';

type OneWay = Omit<Input<'flights.search'>, 'back' | 'from' | 'to' | 'adults' | 'children'>;

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
  const traits = flightTraits(narrowing(context.reference, input), input.sort);
  const kept = await keptRoutes(context.db).forSearch(context.db);
  const prices = new FlightPrices(context, input.cabin, request.party, kept.flights);
  const fares = new LeastFares(await readPolicies(context.db), context.now, input.cabin);
  const legs = new LegFlights(context.db, fares, kept, context.pause, traits);
  const best = new BestItineraries(input.sort, legs, input.most ?? ITINERARIES_SHOWN_MAX);
  const found = new FoundItineraries(input.sort, legs, prices, best);

  const sides = await searchPairs(context, input, request, legs, found, notBefore);
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
