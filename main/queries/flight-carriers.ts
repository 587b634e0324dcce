import { CARRIERS_COMPARED_MAX } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { accept } from '../../shared/refusals.ts';
import { readPolicies } from '../views/known-policies.ts';
import type { Query } from './query.ts';
import { CarrierWays } from './search/carrier-ways.ts';
import { FlightPrices } from './search/flight-prices.ts';
import { FlightsSeats } from './search/flight-seats.ts';
import { narrowing } from './search/flight-traits.ts';
import { keptRoutes } from './search/kept-routes.ts';
import { LeastFares } from './search/least-fares.ts';
import { LegFlights } from './search/leg-flights.ts';
import { searchPairs } from './search/search-pairs.ts';
import { searchRequest } from './search/search-request.ts';

/** What each carrier offers between two places on a local date of departure: the same itineraries as flights.search finds with up to one stop, summed up. */
export const flightCarriers: Query<Input<'flights.carriers'>, Output<'flights.carriers'>> = async (context, input) => {
  const asked = searchRequest(context, input);
  if (!asked.ok) return asked;
  const { party } = asked.value;
  const fares = new LeastFares(await readPolicies(context.db), context.now, input.cabin);
  const kept = await keptRoutes(context.db).forSearch(context.db);
  const prices = new FlightPrices(context, input.cabin, party, kept.flights);
  const legs = new LegFlights(context.db, fares, kept, context.pause);
  const seats = new FlightsSeats(context, input.cabin);
  const ways = new CarrierWays(legs, prices, seats, party, narrowing(context.reference, input)?.equipment);
  await searchPairs(context, input, asked.value, legs, ways);
  await ways.settle();
  await context.pause?.();
  const carriers = await ways.compared(context.reference.airlineName);
  return accept({ carriers: carriers.slice(0, CARRIERS_COMPARED_MAX), more: Math.max(0, carriers.length - CARRIERS_COMPARED_MAX) });
};
