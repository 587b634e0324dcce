import { BOARD_FLIGHTS_MAX } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import type { FlightSummary } from '../../shared/methods/flights.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { type CabinCounter, departureCounters, departures, servedOrigins } from '../store/tables/flights-table.ts';
import { flightSummary, NO_COUNTERS } from '../views/flight-view.ts';
import type { Query, QueryContext } from './query.ts';
import { type LocalDay, localDay } from './search/local-day.ts';

/** Departures of one airport, a city or, with `from` null, all airports on the date local to each of them, by instant. */
export const flightBoard: Query<Input<'flights.board'>, Output<'flights.board'>> = async (context, { from, date }) => {
  const origins = from === null ? await servedOrigins(context.db) : context.reference.airportsOf(from).map(({ code }) => code);
  if (from !== null && origins.length === 0) return refuse('PLACE_UNKNOWN', { code: from });
  const days = new Map<string, LocalDay>();
  const flights: FlightSummary[] = [];
  for (const origin of origins) {
    const zone = context.reference.airport(origin)?.zone;
    if (zone === undefined) continue;
    const day = days.get(zone) ?? localDay(date, zone);
    days.set(zone, day);
    const more = await departuresOf(context, origin, day, BOARD_FLIGHTS_MAX - flights.length);
    if (!more) return refuse('BOARD_TOO_LONG', { most: BOARD_FLIGHTS_MAX, date });
    for (const flight of more) flights.push(flight);
  }
  flights.sort((a, b) => a.departsAt - b.departsAt || a.flightId - b.flightId);
  return accept({ flights });
};

/** Undefined when they are more than `most`. */
async function departuresOf(
  { db, reference }: QueryContext,
  origin: string,
  { from, until }: LocalDay,
  most: number,
): Promise<FlightSummary[] | undefined> {
  const rows = await departures(db, origin, from, until, most + 1);
  if (rows.length > most) return undefined;
  const counters = new Map<number, CabinCounter[]>();
  for (const counter of await departureCounters(db, origin, from, until)) {
    const ofFlight = counters.get(counter.flight_id);
    if (ofFlight) ofFlight.push(counter);
    else counters.set(counter.flight_id, [counter]);
  }
  return rows.map((row) => flightSummary(row, counters.get(row.id) ?? NO_COUNTERS, reference));
}
