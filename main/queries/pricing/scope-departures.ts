import { LIST_FLIGHTS_MAX, SALE_AHEAD_MS } from '../../../shared/bounds.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/instants.ts';
import type { FilterBound, FlightFilter, FlightScope } from '../../../shared/pricing/flight-filter.ts';
import { type Refused, refuse } from '../../../shared/refusals.ts';
import type { ReadDatabase } from '../../store/database.ts';
import { type FlightRow, servedOrigins } from '../../store/tables/flights-table.ts';
import { operatingFrom, operatingNumber, operatingOnRoute } from '../../store/tables/scope-flights.ts';
import type { QueryContext } from '../query.ts';

export interface ScopeDepartures {
  readonly ok: true;
  readonly rows: readonly FlightRow[];
  /** Only flights that leave before it were read, because more would be too many; null: all were. */
  readonly until: number | null;
}

/** The scope is read in steps, so that what is too much is cut at a moment and not at an airport. */
const STEPS_MS = [6 * HOUR_MS, DAY_MS, 3 * DAY_MS, 7 * DAY_MS, 14 * DAY_MS, 30 * DAY_MS, 60 * DAY_MS, 120 * DAY_MS, SALE_AHEAD_MS];
/** A date of the calendar begins at most so long before or after the same hours of UTC. */
const CALENDAR_MS = 2 * DAY_MS;

type Reading = (from: number, until: number, most: number) => Promise<readonly FlightRow[]>;

/** Flights of a scope that operate and are still to depart, within the days that the bounds ask for. Refuses PLACE_UNKNOWN, LIST_TOO_LONG. */
export async function scopeDepartures(
  { db, now, reference }: QueryContext,
  { scope, bounds }: Pick<FlightFilter, 'scope' | 'bounds'>,
): Promise<ScopeDepartures | Refused> {
  const unknown = placesOf(scope).find((place) => reference.airportsOf(place).length === 0);
  if (unknown !== undefined) return refuse('PLACE_UNKNOWN', { code: unknown });
  const airports = (place: string) => reference.airportsOf(place).map(({ code }) => code);
  const readings = await readingsOf(db, scope, airports);
  const latest = Math.min(SALE_AHEAD_MS, daysAtMost(bounds) * DAY_MS + CALENDAR_MS);
  const steps = [...STEPS_MS.filter((step) => step < latest), latest];
  let rows: FlightRow[] = [];
  let from: number = now;
  for (const step of steps) {
    const until = now + step;
    const more = await readStep(readings, from, until, LIST_FLIGHTS_MAX - rows.length);
    if (!more && rows.length === 0)
      return refuse('LIST_TOO_LONG', { most: LIST_FLIGHTS_MAX, advice: 'Type an airport or a route, such as JFK or JFK-LAX' });
    if (!more) return { ok: true, rows, until: from };
    rows = rows.concat(more);
    from = until;
  }
  return { ok: true, rows, until: null };
}

function placesOf(scope: FlightScope): readonly string[] {
  switch (scope.kind) {
    case 'route':
      return [scope.from, scope.to];
    case 'from':
      return [scope.from];
    case 'to':
      return [scope.to];
    default:
      return [];
  }
}

/** One for each statement that the index answers. */
async function readingsOf(db: ReadDatabase, scope: FlightScope, airports: (place: string) => readonly string[]): Promise<Reading[]> {
  const route =
    (origin: string, destination: string): Reading =>
    async (...span) =>
      operatingOnRoute(db, origin, destination, ...span);
  const departures =
    (origin: string): Reading =>
    async (...span) =>
      operatingFrom(db, origin, ...span);
  switch (scope.kind) {
    case 'network':
      return (await servedOrigins(db)).map(departures);
    case 'from':
      return airports(scope.from).map(departures);
    case 'to': {
      const origins = await servedOrigins(db);
      return airports(scope.to).flatMap((to) => origins.map((from) => route(from, to)));
    }
    case 'route':
      return airports(scope.from).flatMap((from) => airports(scope.to).map((to) => route(from, to)));
    case 'flight': {
      const { carrier, number, suffix } = scope;
      return [
        async (...span) => (await operatingNumber(db, carrier, number, ...span)).filter((row) => suffix === '' || row.suffix === suffix),
      ];
    }
  }
}

/** Undefined when there are more than `most`. */
async function readStep(readings: readonly Reading[], from: number, until: number, most: number): Promise<FlightRow[] | undefined> {
  const rows: FlightRow[] = [];
  for (const read of readings) {
    for (const row of await read(from, until, most - rows.length + 1)) rows.push(row);
    if (rows.length > most) return undefined;
  }
  return rows;
}

/** The most days to go that all bounds allow. */
const daysAtMost = (bounds: readonly FilterBound[]): number =>
  bounds.reduce((most, { figure, is, value }) => (figure === 'd' && is !== '>' && is !== '>=' ? Math.min(most, value) : most), 400);
