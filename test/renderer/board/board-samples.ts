import { inject } from 'vitest';
import { assert } from '../../../shared/assert.ts';
import type { Output } from '../../../shared/contract.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
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

/** An itinerary of other flights; how they connect and what they cost together follows from them. */
export const itinerary = (flights: FlightSummary[], change: Partial<Itinerary> = {}): Itinerary => ({
  ...DIRECT,
  key: flights.map(({ flightId }) => flightId).join('-'),
  flights,
  connections: flights.slice(1).map((next, index) => ({
    airport: flights[index]?.destination ?? '',
    toAirport: next.origin,
    minutes: Math.round((next.departsAt - (flights[index]?.arrivesAt ?? 0)) / MINUTE_MS),
    minimumMinutes: VIA.connections[0]?.minimumMinutes ?? 0,
  })),
  stops: flights.length - 1,
  elapsedMinutes: Math.round(((flights.at(-1)?.arrivesAt ?? 0) - (flights[0]?.departsAt ?? 0)) / MINUTE_MS),
  total: flights.reduce((sum, { cabins }) => sum + (cabins.find(({ cabin }) => cabin === 'Y')?.price ?? 0), 0),
  ...change,
});

/** All that the search of the run found, cheapest first. */
export const FOUND = run.search;

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
