import { DAY_MS } from '../../../shared/instants.ts';
import type { ReadDatabase } from '../../store/database.ts';
import type { SnapshotDatabase } from '../../store/sliced-reads.ts';
import { scheduleGeneration } from '../../store/tables/schedule-generation.ts';
import { DayReading } from './day-reading.ts';
import { KeptFlights } from './kept-flights.ts';
import { KeptThrough } from './kept-through.ts';
import type { PackedRoutes, TakeFlight } from './packed-routes.ts';
import { RouteNumbers } from './route-numbers.ts';

/** The most that kept days may take, in bytes. */
const BYTES_MAX = 24 * 1_024 * 1_024;
/** So many searches must ask for a day before it is read, and so many more after it was found too large. */
const ASKED_MIN = 2;
const ASKED_AGAIN_MIN = 1_000;
/** A kept day that so many searches did not need gives way to another one. */
const UNUSED_MIN = 64;

interface KeptDay {
  /** By number of the origin. */
  readonly routes: ReadonlyMap<number, PackedRoutes>;
  readonly bytes: number;
  /** The last search that needed it. */
  used: number;
}

/**
 * The routes of days that people search, in memory.
 *
 * The problem: a search with one stop looks hundreds of times into the index of routes, and each look meets pages that nothing else has
 * read. That is more than half of its time. Here a look costs a hundredth.
 * 1. The first searches of a day read the store, as they would without this. The day is read afterwards, in small pieces while nobody
 *    asks for anything.
 * 2. A day is kept for one number of the schedule. A search reads it in its own snapshot. When it has changed, all days are forgotten. So
 *    a search never sees an old flight. Whatever writes flights must raise the number. Policies change no flight: base fares are kept.
 * 3. Flights come in the same order as from the store, so that the answer does not depend on what is kept.
 */
export class KeptRoutes {
  #generation = -1;
  #numbers = new RouteNumbers();
  /** The through flights that searches of this schedule have read. */
  readonly through = new KeptThrough();
  /** The flights of this schedule whose prices searches have worked out. */
  readonly flights = new KeptFlights();
  readonly #days = new Map<number, KeptDay>();
  readonly #asked = new Map<number, number>();
  /** Days that the search under way did not find. */
  readonly #missing = new Set<number>();
  #reading: DayReading | undefined;
  #searches = 0;
  readonly #bytesMax: number;

  constructor(bytesMax = BYTES_MAX) {
    this.#bytesMax = bytesMax;
  }

  /** Begins a search, in its snapshot: counts it, and the days that the search before it did not find. */
  async forSearch(db: ReadDatabase): Promise<this> {
    await this.#check(db);
    await this.flights.catchUp(db);
    this.#searches++;
    for (const day of this.#missing) this.#asked.set(day, (this.#asked.get(day) ?? 0) + 1);
    this.#missing.clear();
    return this;
  }

  /** Forgets what is not true any more. */
  async #check(db: ReadDatabase): Promise<void> {
    const generation = await scheduleGeneration(db);
    if (generation !== this.#generation) {
      this.#generation = generation;
      this.#numbers = new RouteNumbers();
      this.through.forget();
      this.flights.forget();
      this.#days.clear();
      this.#asked.clear();
      this.#missing.clear();
      this.#reading = undefined;
    }
  }

  /**
   * Gives the flights of a route that leave in [from, until), in the order of departure, and returns how many they are. Undefined, and none
   * is given, when one of the days is not kept.
   */
  each(origin: string, destination: string, from: number, until: number, take: TakeFlight): number | undefined {
    const [first, last] = [Math.floor(from / DAY_MS), Math.floor((until - 1) / DAY_MS)];
    if (!this.#has(first, last)) return undefined;
    const [start, end] = [this.#numbers.known(origin), this.#numbers.known(destination)];
    if (start === undefined || end === undefined) return 0;
    let given = 0;
    for (let day = first; day <= last; day++) given += this.#days.get(day)?.routes.get(start)?.each(end, from, until, take) ?? 0;
    return given;
  }

  /** The base fare that a number stands for. */
  baseFare(number: number): number {
    return this.#numbers.baseFareOf(number);
  }

  #has(first: number, last: number): boolean {
    let all = true;
    for (let day = first; day <= last; day++) {
      const kept = this.#days.get(day);
      if (kept) kept.used = this.#searches;
      else {
        all = false;
        this.#missing.add(day);
      }
    }
    return all;
  }

  /** Whether a day is to be read, or is being read. */
  get wantsMore(): boolean {
    return this.#reading !== undefined || this.#nextDay() !== undefined;
  }

  /** Reads a small piece of a day that is asked for. */
  readSome(db: SnapshotDatabase): Promise<void> {
    return db.snapshot(async () => {
      await this.#check(db);
      const next = this.#nextDay();
      if (!this.#reading && next !== undefined) this.#reading = new DayReading(next, this.#numbers);
      if (!this.#reading) return;
      const state = await this.#reading.readSome(db);
      const { day, routes, bytes } = this.#reading;
      const fits = this.#makeRoom(bytes);
      if (state === 'done' && fits) this.#days.set(day, { routes, bytes, used: this.#searches });
      if (state === 'more' && fits) return;
      this.#reading = undefined;
      if (state === 'unfit') this.#asked.set(day, Number.NEGATIVE_INFINITY);
      else if (fits) this.#asked.delete(day);
      else this.#asked.set(day, -ASKED_AGAIN_MIN);
    });
  }

  /** Gives up the day that is being read, until many more searches have asked for it. */
  breakOff(): void {
    if (this.#reading) this.#asked.set(this.#reading.day, -ASKED_AGAIN_MIN);
    this.#reading = undefined;
  }

  #nextDay(): number | undefined {
    for (const [day, asked] of this.#asked) if (asked >= ASKED_MIN) return day;
    return undefined;
  }

  /** Forgets days that were not used for long, until so many bytes more can be kept. False when they cannot. */
  #makeRoom(bytes: number): boolean {
    let kept = bytes;
    for (const day of this.#days.values()) kept += day.bytes;
    for (const [number, day] of this.#days) {
      if (kept <= this.#bytesMax) break;
      if (this.#searches - day.used < UNUSED_MIN) continue;
      this.#days.delete(number);
      kept -= day.bytes;
    }
    return kept <= this.#bytesMax;
  }
}

const keptBy = new WeakMap<ReadDatabase, KeptRoutes>();

/** What is kept of one store. */
export function keptRoutes(db: ReadDatabase): KeptRoutes {
  let kept = keptBy.get(db);
  if (!kept) {
    kept = new KeptRoutes();
    keptBy.set(db, kept);
  }
  return kept;
}
