import type { Awaitable, Database, ReadDatabase, ReadStatement, Value } from './database.ts';

/** What answers queries: reads, each query in a snapshot of its own. */
export type SnapshotDatabase = ReadDatabase & Pick<Database, 'snapshot'>;

/** Reads as `db` does, but asks before each statement whether it must wait. */
export class SlicedReads implements SnapshotDatabase {
  readonly #db: SnapshotDatabase;
  readonly #pause: () => Promise<void> | undefined;
  readonly #queries = new Map<string, ReadStatement<unknown>>();
  readonly #columns = new Map<string, ReadStatement<unknown>>();

  constructor(db: SnapshotDatabase, pause: () => Promise<void> | undefined) {
    this.#db = db;
    this.#pause = pause;
  }

  query<Row>(sql: string): ReadStatement<Row> {
    return this.#sliced(this.#queries, sql, () => this.#db.query<Row>(sql)) as ReadStatement<Row>;
  }

  column<Item extends Value>(sql: string): ReadStatement<Item> {
    return this.#sliced(this.#columns, sql, () => this.#db.column<Item>(sql)) as ReadStatement<Item>;
  }

  get begun(): number {
    return this.#db.begun;
  }

  commits(): Awaitable<number | undefined> {
    return this.#db.commits();
  }

  snapshot<T>(read: () => Promise<T>): Promise<T> {
    return this.#db.snapshot(read);
  }

  #sliced(kept: Map<string, ReadStatement<unknown>>, sql: string, prepare: () => ReadStatement<unknown>): ReadStatement<unknown> {
    let sliced = kept.get(sql);
    if (!sliced) {
      const statement = prepare();
      const pause = this.#pause;
      sliced = {
        get: (...values) => pause()?.then(() => statement.get(...values)) ?? statement.get(...values),
        all: (...values) => pause()?.then(() => statement.all(...values)) ?? statement.all(...values),
      };
      kept.set(sql, sliced);
    }
    return sliced;
  }
}
