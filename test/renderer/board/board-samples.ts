import { inject } from 'vitest';
import { assert } from '../../../shared/assert.ts';
import type { Output } from '../../../shared/contract.ts';
import type { CabinLoad, FlightSummary, Itinerary } from '../../../shared/methods/flights.ts';

const run = inject('samples').board;

/** What the run tells of a cabin of AA 4; a test that speaks of another cabin gives it the figures of economy. */
export const load = (cabin: CabinLoad['cabin'], change: Partial<CabinLoad> = {}): CabinLoad => {
  const own = run.flight.cabins.find((each) => each.cabin === cabin) ?? run.flight.cabins.at(-1);
  assert(own, 'AA 4 has cabins');
  return { ...own, cabin, ...change };
};

/** AA 4 under another number: JFK to LAX on Saturday 21 November 2026, three hours after noon UTC, 6 h 25; business and economy. */
export const flight = (flightId: number, change: Partial<FlightSummary> = {}): FlightSummary => ({
  ...run.flight,
  flightId,
  flight: `AA ${flightId}`,
  ...change,
});

function itineraryOf(key: string): Itinerary {
  const found = run.search.itineraries.find((each) => each.key === key);
  assert(found, `the run found no itinerary ${key}`);
  return found;
}

/** What a search finds: a direct flight, one with a stop, and a late one. */
export const DIRECT = itineraryOf('7');
export const VIA = itineraryOf('8-9');
export const LATE = itineraryOf('10');

/** All that the search of the run found, cheapest first. */
export const FOUND = run.search;

/** The carriers of that search. */
export const CARRIERS = run.carriers;

/** The same search with other itineraries. */
export const found = (itineraries: Itinerary[], change: Partial<Output<'flights.search'>> = {}): Output<'flights.search'> => ({
  ...FOUND,
  itineraries,
  found: {
    direct: itineraries.filter(({ stops }) => stops === 0).length,
    oneStop: itineraries.filter(({ stops }) => stops === 1).length,
    twoStops: itineraries.filter(({ stops }) => stops === 2).length,
  },
  ...change,
});

/** One flight has left, one leaves in half an hour, one in three hours. */
export const DEPARTURES = run.departures;
