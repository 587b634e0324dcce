import { HOUR_MS } from '../../../shared/instants.ts';
import type { Awaitable, ReadDatabase } from '../../store/database.ts';
import { type FirstLeaves, type ThroughPair, throughBetween, throughFrom, throughTo } from '../../store/tables/through-numbers-table.ts';
import type { KeptThrough } from './kept-through.ts';

/** Local days of another airport on which a flight may leave that follows one of the day that was asked for: the date line, two waits and a flight lie between. */
const LATER_DAYS = { from: -1, to: 3 };
/** How long after a flight has left another one may leave that is caught from it: a flight of up to 20 hours and a wait of up to 12 lie between. */
const LATER_MS_MAX = 32 * HOUR_MS;

/** A flight that was moved over midnight keeps its date. Which of these leave on the day itself is seen by their times. */
const MOVED_DAYS = 1;

/** The through flights that one search may use, each read once, and by many searches of a day once for all. */
export class ThroughPairs {
  readonly #db: ReadDatabase;
  readonly #kept: KeptThrough | undefined;
  readonly #known = new Map<string, readonly ThroughPair[]>();
  readonly #sameDay: FirstLeaves;
  readonly #later: FirstLeaves;

  /**
   * `day`: the local day of departure, in days since 1970; it is [from, until) at the airports of departure. The next leg is looked for only where the first
   * leaves in time, because a schedule has a number on each of the days beside it too. `kept`: of the schedule as the search sees it.
   */
  constructor(db: ReadDatabase, day: number, from: number, until: number, kept?: KeptThrough) {
    this.#db = db;
    this.#kept = kept;
    this.#sameDay = { fromDay: day - MOVED_DAYS, toDay: day + MOVED_DAYS, from, until };
    this.#later = { fromDay: day + LATER_DAYS.from, toDay: day + LATER_DAYS.to, from, until: until + LATER_MS_MAX };
  }

  /** Of the day itself, between two airports over a third. */
  between(origin: string, destination: string): Promise<readonly ThroughPair[]> {
    return this.#once(`${origin}${destination}`, () => throughBetween(this.#db, origin, destination, this.#sameDay));
  }

  /** The same, to anywhere. */
  from(origin: string): Promise<readonly ThroughPair[]> {
    return this.#once(`${origin}-`, () => throughFrom(this.#db, origin, this.#sameDay));
  }

  /** Of the day and those after it, from anywhere. */
  to(destination: string): Promise<readonly ThroughPair[]> {
    return this.#once(`-${destination}`, () => throughTo(this.#db, destination, this.#later));
  }

  async #once(key: string, read: () => Awaitable<ThroughPair[]>): Promise<readonly ThroughPair[]> {
    const before = this.#known.get(key);
    if (before) return before;
    const { from, until } = this.#sameDay;
    const question = `${key} ${from} ${until}`;
    const answer = this.#kept?.get(question) ?? (await read());
    this.#kept?.keep(question, answer);
    this.#known.set(key, answer);
    return answer;
  }
}
