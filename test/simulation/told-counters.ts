import type { ReadDatabase } from '../../main/store/database.ts';
import type { SqliteDatabase } from '../../main/store/sqlite.ts';
import type { JournalEvent } from '../../shared/events.ts';
import { type Topic, topicsOf } from '../../shared/topics.ts';
import { Failure } from './failure.ts';
import type { SeenEvent } from './store-checks.ts';

const COUNTERS = 'SELECT flight_id AS flight, cabin, authorised, held, sold FROM cabin_counters';

interface Counter {
  readonly flight: number;
  readonly cabin: string;
  readonly authorised: number;
  readonly held: number;
  readonly sold: number;
}

/**
 * What moves the counters of a flight tells of that flight, or of everything: searches keep counters and consoles keep lists until they hear of it.
 */
export class ToldCounters {
  #known: ReadonlyMap<string, string> | undefined;

  /** The store was opened anew, and may have lost what nobody was answered. */
  forget(): void {
    this.#known = undefined;
  }

  check(db: ReadDatabase, events: readonly SeenEvent[]): void {
    const rows = (db as SqliteDatabase).query<Counter>(COUNTERS).all() as Counter[];
    const now = new Map(rows.map(({ flight, cabin, authorised, held, sold }) => [`${flight} ${cabin}`, `${authorised} ${held} ${sold}`]));
    const told = new Set<Topic>(
      events.flatMap(({ user_name: user, data, ...event }) =>
        topicsOf({ ...event, user, data: JSON.parse(data) } as unknown as JournalEvent),
      ),
    );
    for (const [cabin, counter] of told.has('everybody') ? [] : now) {
      if (!this.#known || this.#known.get(cabin) === counter || told.has(`flight:${Number.parseInt(cabin, 10)}`)) continue;
      const types = events.map(({ type }) => type).join(', ');
      throw new Failure(
        'counter not told',
        `flight and cabin ${cabin} went from ${this.#known.get(cabin)} to ${counter}, told by ${types}`,
      );
    }
    this.#known = now;
  }
}
