import type { ReadDatabase } from '../../store/database.ts';
import { routeFlights, type TraitedFlight, traitedFlights } from '../../store/tables/route-flights.ts';
import { PAUSED_NEVER, type Pause } from '../query.ts';
import type { FlightTraits } from './flight-traits.ts';
import type { KeptRoutes } from './kept-routes.ts';
import type { LeastFares } from './least-fares.ts';
import type { TakeFlight } from './packed-routes.ts';

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
  readonly #fares: LeastFares;
  /** What is kept of the schedule that this search sees. */
  readonly kept: KeptRoutes | undefined;
  readonly #traits: FlightTraits | undefined;
  readonly #ids: number[] = [];
  readonly #departs: number[] = [];
  readonly #arrives: number[] = [];
  readonly #lows: number[] = [];
  /** Empty without traits. */
  readonly #ranks: number[] = [];
  /** Rows read, with each look into the index counted as LOOK rows. */
  work = 0;

  readonly pause: Pause;

  /** `kept`: where routes are looked for before the store is read; with `traits`, only flights that fit are read, and from the store. */
  constructor(db: ReadDatabase, fares: LeastFares, kept?: KeptRoutes, pause: Pause = PAUSED_NEVER, traits?: FlightTraits) {
    this.#traits = traits;
    this.#db = db;
    this.pause = pause;
    this.kept = kept;
    this.#fares = fares;
  }

  /** How many places there are. */
  get size(): number {
    return this.#ids.length;
  }

  readonly id = (place: number): number => this.#ids[place] ?? 0;
  readonly departs = (place: number): number => this.#departs[place] ?? 0;
  readonly arrives = (place: number): number => this.#arrives[place] ?? 0;
  /** The least that a seat costs, whatever the load. */
  readonly low = (place: number): number => this.#lows[place] ?? 0;

  /** Where the carrier or the aircraft of a flight stands in the order that was asked for. */
  readonly rank = (place: number): number => (this.#traits ? (this.#ranks[place] ?? 0) : 0);

  /** Whether a flight is of the carriers and the aircraft that were asked for. */
  fits(carrier: string, equipment: string): boolean {
    return this.#traits?.fits(carrier, equipment) ?? true;
  }

  /** Flights between two airports that leave in [from, until). */
  async between(origin: string, destination: string, from: number, until: number): Promise<Run> {
    await this.pause();
    const kept = this.betweenKept(origin, destination, from, until);
    if (kept) return kept;
    const start = this.#ids.length;
    this.#fares.onRoute(origin, destination);
    if (this.#traits) {
      for (const flight of await traitedFlights(this.#db, origin, destination, from, until))
        if (this.#traits.fits(flight.carrier, flight.equipment)) this.#addTraited(flight);
    } else {
      for (const { id, departs_at, flown_ms, base_fare } of await routeFlights(this.#db, origin, destination, from, until))
        this.#add(id, departs_at, departs_at + flown_ms, this.#fares.of(id, base_fare));
    }
    return this.#runFrom(start);
  }

  /** The same at once, for whoever asks for hundreds of routes: a promise for each is a fifth of what a search leaves behind. Undefined when a day is not kept. */
  betweenKept(origin: string, destination: string, from: number, until: number): Run | undefined {
    if (!this.kept || this.#traits) return undefined;
    const start = this.#ids.length;
    this.#fares.onRoute(origin, destination);
    return this.kept.each(origin, destination, from, until, this.#takeKept) === undefined ? undefined : this.#runFrom(start);
  }

  #runFrom(start: number): Run {
    const end = this.#ids.length;
    this.work += LOOK + end - start;
    return end > start ? { from: start, until: end } : NO_FLIGHTS;
  }

  readonly #takeKept: TakeFlight = (id, departs, arrives, fare) => {
    this.#add(id, departs, arrives, this.#fares.of(id, this.kept?.baseFare(fare) ?? 0));
  };

  /** A flight that is known from elsewhere, as a run of its own would have it: its place. */
  one(origin: string, destination: string, flight: TraitedFlight): number {
    this.#fares.onRoute(origin, destination);
    this.#addTraited(flight);
    return this.#ids.length - 1;
  }

  #addTraited({ id, departs_at, flown_ms, base_fare, carrier, equipment }: TraitedFlight): void {
    this.#add(id, departs_at, departs_at + flown_ms, this.#fares.of(id, base_fare));
    if (this.#traits) this.#ranks.push(this.#traits.rank(carrier, equipment));
  }

  /** The flights of a run that pass, as a run of their own. */
  only(run: Run, passes: (departs: number) => boolean): Run {
    const from = this.#ids.length;
    for (let place = run.from; place < run.until; place++) {
      if (!passes(this.departs(place))) continue;
      this.#add(this.id(place), this.departs(place), this.arrives(place), this.low(place));
      if (this.#traits) this.#ranks.push(this.rank(place));
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
