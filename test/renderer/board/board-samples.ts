import type { Output } from '../../../shared/contract.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import type { CabinLoad, FlightSummary, Itinerary } from '../../../shared/methods/flights.ts';
import { LOS_ANGELES, NEW_YORK, NOON } from '../support/samples.ts';

export const load = (cabin: CabinLoad['cabin'], change: Partial<CabinLoad> = {}): CabinLoad => ({
  cabin,
  capacity: 150,
  authorised: 150,
  sold: 40,
  held: 0,
  price: 100_00,
  ...change,
});

/** JFK to LAX on Saturday 21 November 2026, three hours after noon UTC, 6 h 25; business and economy. */
export const flight = (flightId: number, change: Partial<FlightSummary> = {}): FlightSummary => ({
  flightId,
  flight: `AA ${flightId}`,
  carrier: 'AA',
  origin: 'JFK',
  destination: 'LAX',
  originZone: NEW_YORK,
  destinationZone: LOS_ANGELES,
  date: '2026-11-21',
  departsAt: NOON + 180 * MINUTE_MS,
  arrivesAt: NOON + 565 * MINUTE_MS,
  equipment: '321',
  currency: 'USD',
  cabins: [load('J', { capacity: 16, authorised: 16, sold: 6, price: 300_00 }), load('Y')],
  ...change,
});

export const itinerary = (flights: FlightSummary[], change: Partial<Itinerary> = {}): Itinerary => ({
  key: flights.map(({ flightId }) => flightId).join('-'),
  flights,
  connections: flights.slice(1).map((next, index) => ({
    airport: flights[index]?.destination ?? '',
    toAirport: next.origin,
    minutes: Math.round((next.departsAt - (flights[index]?.arrivesAt ?? 0)) / MINUTE_MS),
    minimumMinutes: 30,
  })),
  stops: flights.length - 1,
  elapsedMinutes: Math.round(((flights.at(-1)?.arrivesAt ?? 0) - (flights[0]?.departsAt ?? 0)) / MINUTE_MS),
  cabin: 'Y',
  total: flights.reduce((sum, { cabins }) => sum + (cabins.find(({ cabin }) => cabin === 'Y')?.price ?? 0), 0),
  currency: 'USD',
  ...change,
});

export const found = (itineraries: Itinerary[], change: Partial<Output<'flights.search'>> = {}): Output<'flights.search'> => ({
  itineraries,
  more: 0,
  found: {
    direct: itineraries.filter(({ stops }) => stops === 0).length,
    oneStop: itineraries.filter(({ stops }) => stops === 1).length,
    twoStops: itineraries.filter(({ stops }) => stops === 2).length,
  },
  ...change,
});

/** What a search finds: a direct flight, one with a stop, and a late one. */
export const DIRECT = itinerary([flight(7, { flight: 'VX 407', carrier: 'VX' })], { total: 100_00 });
export const VIA = itinerary(
  [
    flight(8, { flight: 'DL 465', carrier: 'DL', destination: 'ATL', arrivesAt: NOON + 270 * MINUTE_MS }),
    flight(9, { flight: 'DL 1655', carrier: 'DL', origin: 'ATL', departsAt: NOON + 334 * MINUTE_MS, arrivesAt: NOON + 669 * MINUTE_MS }),
  ],
  { total: 80_00 },
);
export const LATE = itinerary([flight(10, { departsAt: NOON + 700 * MINUTE_MS, arrivesAt: NOON + 1100 * MINUTE_MS })], { total: 120_00 });

/** One flight has left, one leaves in half an hour, one in three hours. */
export const DEPARTURES: FlightSummary[] = [
  flight(1, { departsAt: NOON - 30 * MINUTE_MS }),
  flight(2, { departsAt: NOON + 30 * MINUTE_MS, destination: 'SFO' }),
  flight(3, { flight: 'B6 3', carrier: 'B6' }),
];
