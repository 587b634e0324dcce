import { BOARD_FLIGHTS_MAX } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { acceptedJson } from '../../shared/json.ts';
import { refuse } from '../../shared/refusals.ts';
import type { Reference } from '../reference/reference.ts';
import type { ReadDatabase } from '../store/database.ts';
import { type CabinCounter, departingIds, departureCounters, departures, servedOrigins } from '../store/tables/flights-table.ts';
import { NO_COUNTERS } from '../views/flight-view.ts';
import { type BoardFlight, boardFlights, rememberFlight, summaryJson } from './board-flights.ts';
import type { JsonQuery } from './query.ts';
import { type LocalDay, localDay } from './search/local-day.ts';

/** Departures of one airport, a city or, with `from` null, all airports on the date local to each of them, by instant. */
export const flightBoard: JsonQuery<Input<'flights.board'>, Output<'flights.board'>> = async ({ db, reference }, { from, date }) => {
  const origins = from === null ? await servedOrigins(db) : reference.airportsOf(from).map(({ code }) => code);
  if (from !== null && origins.length === 0) return JSON.stringify(refuse('PLACE_UNKNOWN', { code: from }));
  const known = await boardFlights(db);
  const days = new Map<string, LocalDay>();
  const flights: BoardFlight[] = [];
  const counters = new Map<number, CabinCounter[]>();
  for (const origin of origins) {
    const zone = reference.airport(origin)?.zone;
    if (zone === undefined) continue;
    const day = days.get(zone) ?? localDay(date, zone);
    days.set(zone, day);
    const ids = await departingIds(db, origin, day.from, day.until, BOARD_FLIGHTS_MAX - flights.length + 1);
    if (flights.length + ids.length > BOARD_FLIGHTS_MAX) return JSON.stringify(refuse('BOARD_TOO_LONG', { most: BOARD_FLIGHTS_MAX, date }));
    for (const flight of await departuresOf(db, reference, known, origin, day, ids)) flights.push(flight);
    for (const counter of await departureCounters(db, origin, day.from, day.until)) {
      const ofFlight = counters.get(counter.flight_id);
      if (ofFlight) ofFlight.push(counter);
      else counters.set(counter.flight_id, [counter]);
    }
  }
  flights.sort((a, b) => a.departsAt - b.departsAt || a.id - b.id);
  const summaries = flights.map((flight) => summaryJson(flight, counters.get(flight.id) ?? NO_COUNTERS));
  return acceptedJson<Output<'flights.board'>>(`{"flights":[${summaries.join(',')}]}`);
};

/** The flights of these ids, read only when one of them is not known. */
async function departuresOf(
  db: ReadDatabase,
  reference: Reference,
  known: Map<number, BoardFlight>,
  origin: string,
  { from, until }: LocalDay,
  ids: readonly number[],
): Promise<BoardFlight[]> {
  const flights = ids.map((id) => known.get(id)).filter((flight) => flight !== undefined);
  if (flights.length === ids.length) return flights;
  return (await departures(db, origin, from, until)).map((row) => known.get(row.id) ?? rememberFlight(known, row, reference));
}
