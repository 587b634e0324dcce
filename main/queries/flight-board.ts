import { BOARD_FLIGHTS_MAX } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { dayNumber } from '../../shared/instants.ts';
import { acceptedJson, type Json } from '../../shared/json.ts';
import type { FlightSummary } from '../../shared/methods/flights.ts';
import { refuse } from '../../shared/refusals.ts';
import type { ReadDatabase } from '../store/database.ts';
import { marketedFrom } from '../store/tables/codeshares-table.ts';
import {
  type CabinCounter,
  departingIds,
  departureCounters,
  departures,
  type FlightRow,
  type Narrowing,
  narrowedIds,
  origins,
} from '../store/tables/flights-table.ts';
import { NO_COUNTERS, pricingNow } from '../views/flight-view.ts';
import { type BoardFlight, boardFlights, rememberFlight, summaryJson } from './board-flights.ts';
import type { JsonQuery, QueryContext } from './query.ts';
import { narrowing } from './search/flight-traits.ts';
import { type LocalDay, localDay } from './search/local-day.ts';

/**
 * Departures of one airport, a city or, with `from` null, all airports on the date local to each of them, by instant. Cancelled flights stand
 * among them. They are left out of a board that would be too long with them. Refuses PLACE_UNKNOWN, then BOARD_TOO_LONG.
 */
export const flightBoard: JsonQuery<Input<'flights.board'>, Output<'flights.board'>> = async (context, { from, date, ...asked }) => {
  const { db, reference } = context;
  const airports = from === null ? await origins(db) : reference.airportsOf(from).map(({ code }) => code);
  if (from !== null && airports.length === 0) return JSON.stringify(refuse('PLACE_UNKNOWN', { code: from }));
  const narrowed = narrowing(reference, asked);
  const all = await departingFrom(context, airports, date, true, narrowed);
  const listed = all ?? (await departingFrom(context, airports, date, false, narrowed));
  if (!listed) return JSON.stringify(refuse('BOARD_TOO_LONG', { most: BOARD_FLIGHTS_MAX, date }));
  const summaries = (await summariesOf(context, listed)).join(',');
  return acceptedJson<Output<'flights.board'>>(`{"flights":[${summaries}]${all ? '' : ',"cancelledLeftOut":true'}}`);
};

/** What leaves one airport on its local day. */
interface Departing {
  readonly origin: string;
  readonly day: LocalDay;
  readonly ids: readonly number[];
}

/** What leaves each airport; undefined when a board does not hold so many. */
async function departingFrom(
  { db, reference, pause }: QueryContext,
  airports: readonly string[],
  date: string,
  cancelledToo: boolean,
  narrowed: Narrowing | undefined,
): Promise<Departing[] | undefined> {
  const days = new Map<string, LocalDay>();
  const found: Departing[] = [];
  let room = BOARD_FLIGHTS_MAX;
  for (const origin of airports) {
    const [zone, zoneAfter] = [dayNumber(date), dayNumber(date) + 1].map((day) => reference.airportOn(origin, day)?.zone);
    if (zone === undefined) continue;
    const zones = `${zone} ${zoneAfter}`;
    const day = days.get(zones) ?? localDay(date, zone, zoneAfter);
    days.set(zones, day);
    const span = [db, origin, day.from, day.until, cancelledToo, room + 1] as const;
    if (narrowed) await pause?.();
    const ids = narrowed ? await narrowedIds(...span, narrowed) : await departingIds(...span);
    room -= ids.length;
    if (room < 0) return undefined;
    found.push({ origin, day, ids });
  }
  return found;
}

async function summariesOf(context: QueryContext, listed: readonly Departing[]): Promise<Json<FlightSummary>[]> {
  const { db } = context;
  const pricing = await pricingNow(context);
  const known = await boardFlights(db, pricing);
  const flights: BoardFlight[] = [];
  const counters = new Map<number, CabinCounter[]>();
  for (const { origin, day, ids } of listed) {
    for (const flight of await departuresOf(db, (row, marketed) => rememberFlight(known, row, marketed, pricing), known, origin, day, ids))
      flights.push(flight);
    for (const counter of await departureCounters(db, origin, day.from, day.until)) {
      const ofFlight = counters.get(counter.flight_id);
      if (ofFlight) ofFlight.push(counter);
      else counters.set(counter.flight_id, [counter]);
    }
  }
  flights.sort((a, b) => a.departsAt - b.departsAt || a.id - b.id);
  return flights.map((flight) => summaryJson(flight, counters.get(flight.id) ?? NO_COUNTERS, pricing));
}

/** The flights of these ids, read only when one of them is not known. */
async function departuresOf(
  db: ReadDatabase,
  remember: (row: FlightRow, marketed: readonly string[]) => BoardFlight,
  known: Map<number, BoardFlight>,
  origin: string,
  { from, until }: LocalDay,
  ids: readonly number[],
): Promise<BoardFlight[]> {
  const flights = ids.map((id) => known.get(id)).filter((flight) => flight !== undefined);
  if (flights.length === ids.length) return flights;
  const asked = new Set(ids);
  const rows = (await departures(db, origin, from, until)).filter(({ id }) => asked.has(id));
  const days = rows.map(({ service_day }) => service_day);
  const marketed = await marketedFrom(db, origin, Math.min(...days), Math.max(...days));
  return rows.map((row) => known.get(row.id) ?? remember(row, marketed(row)));
}
