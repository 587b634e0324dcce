// Curves of past departures by route and weekday: what a flight to come is compared with.
//
// The problem: a curve is worked out from every sale of a flight, and takes a third of a millisecond. A scope of 300 routes and weekdays with
// 60 departures each would take six seconds.
// 1. A flight that has left sells nothing more, so its curve is kept in memory for the day.
// 2. Departures of the day itself are not its past: a forecast leans on days before, and a training day is still being sold.
// 3. One question reads at most READ_MAX departures that are not kept yet. What is left is told, and the next question reads on.

import { assert } from '../../../shared/assert.ts';
import { DAY_MS } from '../../../shared/instants.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { CABINS } from '../../../shared/seat-map.ts';
import { type PastCurve, pastCurves } from '../../pricing/revenue/past-curve.ts';
import { localDay } from '../../reference/zone-time.ts';
import type { ReadDatabase } from '../../store/database.ts';
import { COUNTERS_BY_FLIGHT, type CounterOfFlight, FLIGHTS_AT_ONCE } from '../../store/tables/flights-table.ts';
import { scheduleGeneration } from '../../store/tables/schedule-generation.ts';
import { departedFlights } from '../../store/tables/scope-flights.ts';
import type { QueryContext } from '../query.ts';
import { flightMoves } from './flight-moves.ts';

/** Half a year: older departures tell of another season. */
const PAST_MS = 26 * 7 * DAY_MS;
/** The latest departures of a weekday that are compared. The pick-up takes no more. */
const COMPARED_MAX = 60;
/** About a second of work. */
const READ_MAX = 3_000;
/** About 30 MB. */
const KEPT_MAX = 40_000;

export type PastOfCabins = Readonly<Partial<Record<Cabin, readonly PastCurve[]>>>;

export interface RouteDay {
  readonly origin: string;
  readonly destination: string;
  /** 1 is Monday. */
  readonly weekday: number;
}

interface Kept {
  readonly generation: string;
  readonly past: Map<string, PastOfCabins>;
  departures: number;
}

const keptBy = new WeakMap<ReadDatabase, Kept>();

/** Opens the kept curves for one question. */
export async function pastDepartures(context: Pick<QueryContext, 'db' | 'now' | 'reference'>) {
  const { db, now } = context;
  const generation = `${Math.floor(now / DAY_MS)} ${await scheduleGeneration(db)}`;
  let kept = keptBy.get(db);
  if (kept?.generation !== generation) {
    kept = { generation, past: new Map(), departures: 0 };
    keptBy.set(db, kept);
  }
  return new PastDepartures(context, kept);
}

export class PastDepartures {
  readonly #context: Pick<QueryContext, 'db' | 'now' | 'reference'>;
  readonly #kept: Kept;
  readonly #left = new Set<string>();
  #read = 0;

  constructor(context: Pick<QueryContext, 'db' | 'now' | 'reference'>, kept: Kept) {
    this.#context = context;
    this.#kept = kept;
  }

  /** Routes and weekdays whose past was not read, because this question has read enough. */
  get left(): number {
    return this.#left.size;
  }

  /** By cabin; undefined when it must wait for the next question. */
  async of(route: RouteDay): Promise<PastOfCabins | undefined> {
    const key = `${route.origin} ${route.destination} ${route.weekday}`;
    const known = this.#kept.past.get(key);
    if (known) return known;
    if (this.#read >= READ_MAX) {
      this.#left.add(key);
      return undefined;
    }
    const past = await this.#readPast(route);
    this.#kept.past.set(key, past);
    return past;
  }

  async #readPast(route: RouteDay): Promise<PastOfCabins> {
    const { db, now, reference } = this.#context;
    const zone = reference.airportAt(route.origin, now)?.zone;
    assert(zone !== undefined, `flights leave ${route.origin}, which this Aisle does not know`);
    const flights = await departedFlights(db, route, now - PAST_MS, now, localDay(zone, now), COMPARED_MAX);
    // A route without a past costs one statement, which counts a little too.
    this.#read += flights.length + 0.05;
    if (this.#kept.departures + flights.length > KEPT_MAX) {
      this.#kept.past.clear();
      this.#kept.departures = 0;
    }
    this.#kept.departures += flights.length;
    if (flights.length === 0) return {};
    const moves = await flightMoves(db, reference, flights);
    const authorised = await authorisedOf(
      db,
      flights.map(({ id }) => id),
    );
    const past: Partial<Record<Cabin, readonly PastCurve[]>> = {};
    for (const cabin of CABINS) {
      const departures = flights.flatMap(({ id, service_day, departs_at, seat_map }) => {
        const seats = authorised.get(`${id} ${cabin}`) ?? reference.seatPlan(seat_map)?.capacity[cabin] ?? 0;
        return seats > 0 ? [{ departureDay: service_day, departsAt: departs_at, seats, moved: moves(id).get(cabin) ?? [] }] : [];
      });
      if (departures.length > 0) past[cabin] = pastCurves(departures);
    }
    return past;
  }
}

async function authorisedOf(db: ReadDatabase, ids: readonly number[]): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (let first = 0; first < ids.length; first += FLIGHTS_AT_ONCE) {
    const some = ids.slice(first, first + FLIGHTS_AT_ONCE);
    const group = [...some, ...Array<number>(FLIGHTS_AT_ONCE - some.length).fill(0)];
    for (const { flight_id, cabin, authorised } of await db.query<CounterOfFlight>(COUNTERS_BY_FLIGHT).all(...group))
      found.set(`${flight_id} ${cabin}`, authorised);
  }
  return found;
}
