import type { Cabin } from '../../../shared/seat-map.ts';
import { leastPrice } from '../../pricing/fare.ts';
import type { ReadDatabase } from '../../store/database.ts';
import { type RouteFlight, routeFlights } from '../../store/tables/route-flights.ts';

/** Flights of one route in the order of departure: their places in LegFlights, from `from` to the one before `until`. */
export interface Run {
  readonly from: number;
  readonly until: number;
}

export const NO_FLIGHTS: Run = { from: 0, until: 0 };

/** One look into the index costs as much as reading this many rows that follow one another. */
const LOOK = 3;

/**
 * The flights that one search compares, each known by its place. They are kept in columns of numbers, not as objects: a search reads tens
 * of thousands, and making an object for each would cost more than reading them.
 */
export class LegFlights {
  readonly #db: ReadDatabase;
  readonly #cabin: Cabin;
  readonly #ids: number[] = [];
  readonly #departs: number[] = [];
  readonly #arrives: number[] = [];
  readonly #lows: number[] = [];
  /** Rows read, with each look into the index counted as LOOK rows. */
  work = 0;

  constructor(db: ReadDatabase, cabin: Cabin | null) {
    this.#db = db;
    // Economy never costs more than another cabin of the same flight, so its price is a lower bound for all cabins.
    this.#cabin = cabin ?? 'Y';
  }

  readonly id = (place: number): number => this.#ids[place] ?? 0;
  readonly departs = (place: number): number => this.#departs[place] ?? 0;
  readonly arrives = (place: number): number => this.#arrives[place] ?? 0;
  /** The least that a seat costs: its price while the flight is empty. */
  readonly low = (place: number): number => this.#lows[place] ?? 0;

  /** Flights between two airports that leave in [from, until). */
  async between(origin: string, destination: string, from: number, until: number): Promise<Run> {
    const rows = await routeFlights(this.#db, origin, destination, from, until);
    this.work += LOOK + rows.length;
    if (rows.length === 0) return NO_FLIGHTS;
    // An index gives rows in order, but nothing promises that SQLite uses it.
    if (!inOrder(rows)) rows.sort(byDeparture);
    const start = this.#ids.length;
    for (const { id, departs_at, flown_ms, base_fare, fixed } of rows)
      this.#add(id, departs_at, departs_at + flown_ms, leastPrice(fixed === 1 ? 'fixed' : 'demand', base_fare, this.#cabin));
    return { from: start, until: this.#ids.length };
  }

  /** The flights of a run that pass, as a run of their own. */
  only(run: Run, passes: (departs: number) => boolean): Run {
    const from = this.#ids.length;
    for (let place = run.from; place < run.until; place++) {
      if (passes(this.departs(place))) this.#add(this.id(place), this.departs(place), this.arrives(place), this.low(place));
    }
    return { from, until: this.#ids.length };
  }

  /** Place of the first flight of a run that leaves at or after an instant; `until` when there is none. */
  firstFrom(run: Run, at: number): number {
    let low = run.from;
    let high = run.until;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.departs(middle) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** When the first and the last flight of a run arrive; [Infinity, 0] when it has none. */
  arrivals(run: Run): [earliest: number, latest: number] {
    let [earliest, latest] = [Number.POSITIVE_INFINITY, 0];
    for (let place = run.from; place < run.until; place++) {
      earliest = Math.min(earliest, this.arrives(place));
      latest = Math.max(latest, this.arrives(place));
    }
    return [earliest, latest];
  }

  #add(id: number, departs: number, arrives: number, low: number): void {
    this.#ids.push(id);
    this.#departs.push(departs);
    this.#arrives.push(arrives);
    this.#lows.push(low);
  }
}

function inOrder(rows: readonly RouteFlight[]): boolean {
  for (let row = 1; row < rows.length; row++) {
    const [before, after] = [rows[row - 1], rows[row]];
    if (before && after && byDeparture(before, after) > 0) return false;
  }
  return true;
}

const byDeparture = (a: RouteFlight, b: RouteFlight): number => a.departs_at - b.departs_at;
