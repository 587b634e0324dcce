import type { Awaitable, ReadDatabase } from '../../store/database.ts';
import { type ThroughPair, throughBetween, throughFrom, throughTo } from '../../store/tables/through-numbers-table.ts';

/** Local days of another airport on which a flight may leave that follows one of the day that was asked for: the date line, two waits and a flight lie between. */
const LATER_DAYS = { from: -1, to: 3 };

/** A flight that was moved over midnight keeps its date. Which of these leave on the day itself is seen by their times. */
const MOVED_DAYS = 1;

/** The through flights that one search may use, each read once. */
export class ThroughPairs {
  readonly #db: ReadDatabase;
  readonly #day: number;
  readonly #known = new Map<string, readonly ThroughPair[]>();

  /** `day`: the local day of departure, in days since 1970. */
  constructor(db: ReadDatabase, day: number) {
    this.#db = db;
    this.#day = day;
  }

  /** Of the day itself and the two beside it, between two airports over a third. */
  between(origin: string, destination: string): Promise<readonly ThroughPair[]> {
    return this.#once(`${origin}${destination}`, () =>
      throughBetween(this.#db, origin, destination, this.#day - MOVED_DAYS, this.#day + MOVED_DAYS),
    );
  }

  /** The same, to anywhere. */
  from(origin: string): Promise<readonly ThroughPair[]> {
    return this.#once(`${origin}-`, () => throughFrom(this.#db, origin, this.#day - MOVED_DAYS, this.#day + MOVED_DAYS));
  }

  /** Of the day and those after it, from anywhere. */
  to(destination: string): Promise<readonly ThroughPair[]> {
    return this.#once(`-${destination}`, () => throughTo(this.#db, destination, this.#day + LATER_DAYS.from, this.#day + LATER_DAYS.to));
  }

  async #once(key: string, read: () => Awaitable<ThroughPair[]>): Promise<readonly ThroughPair[]> {
    const known = this.#known.get(key) ?? (await read());
    this.#known.set(key, known);
    return known;
  }
}
