import type { ReadDatabase } from '../../store/database.ts';
import type { CabinCounter, FlightRow } from '../../store/tables/flights-table.ts';
import { newestEvent } from '../newest-event.ts';
import { flightsMoved } from './flights-moved.ts';
import { PackedFlights } from './packed-flights.ts';

/** How many flights are kept at most, some 11 MB: those that a station sells in some days. */
const FLIGHTS_MAX = 64_000;

/**
 * The flights that searches have read, for one number of the schedule. A search with one stop reads some fifty, and most of them were read by another
 * search before.
 *
 * What is sold and held of a flight is kept until an event tells of the flight: the journal of the store says by the same topics as consoles follow what has
 * moved since the search before. On a connection that may write it is kept for one search only.
 *
 * They are kept in two halves. When the half that is being filled is full, those of the other that nobody asked for since are forgotten. This costs less
 * than to know the order in which all of them were asked for.
 */
export class KeptFlights {
  #newer = new PackedFlights();
  #older = new PackedFlights();
  #commits: number | undefined;
  /** Up to which event the counters are true. */
  #event: number | undefined;
  /** Grows when all counters are forgotten. */
  #state = 0;

  get(id: number): FlightRow | undefined {
    const row = this.#newer.row(id);
    if (row) return row;
    const older = this.#older.row(id);
    if (!older) return undefined;
    const counters = this.#older.counters(id, this.#state);
    this.keep(older);
    if (counters) this.keepCounters(id, counters);
    return older;
  }

  /** Keeps a flight without its counters. */
  keep(row: FlightRow): void {
    if (this.#newer.size >= FLIGHTS_MAX / 2) {
      this.#older = this.#newer;
      this.#newer = new PackedFlights();
    }
    this.#newer.add(row);
  }

  /** What is sold and held of a flight that was just got or kept; undefined: to be read. */
  counters(id: number): readonly CabinCounter[] | undefined {
    return this.#newer.counters(id, this.#state) ?? this.#older.counters(id, this.#state);
  }

  keepCounters(id: number, counters: readonly CabinCounter[]): void {
    const half = this.#newer.has(id) ? this.#newer : this.#older;
    half.setCounters(id, counters, this.#state);
  }

  /** Begins a search, in its snapshot: what has moved since the one before is to be read anew. */
  async catchUp(db: ReadDatabase): Promise<void> {
    const commits = await db.commits();
    if (commits !== undefined && commits === this.#commits) return;
    this.#commits = commits;
    const moved =
      commits === undefined || this.#event === undefined
        ? ({ to: await newestEvent(db), flights: 'any' } as const)
        : await flightsMoved(db, this.#event);
    this.#event = moved.to;
    if (moved.flights === 'any') this.#state++;
    else for (const id of moved.flights) for (const half of [this.#newer, this.#older]) half.forgetCounters(id);
  }

  forget(): void {
    this.#newer = new PackedFlights();
    this.#older = new PackedFlights();
  }
}
