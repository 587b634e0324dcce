import { SqliteDatabase } from '../../main/store/sqlite.ts';
import { Failure } from './failure.ts';

/** Somebody reads the store and does not stop, so that its log cannot be begun anew. What they see must not change meanwhile. */
export class LongRead {
  readonly #db: SqliteDatabase;
  readonly #bookings: number;

  constructor(file: string) {
    this.#db = new SqliteDatabase({ file, readOnly: true, cacheMiB: 1 });
    this.#db.change('BEGIN').run();
    this.#bookings = this.#count();
  }

  #count(): number {
    return (this.#db.query<{ count: number }>('SELECT count(*) AS count FROM bookings').get() as { count: number }).count;
  }

  /** Answers with what was wrong, if anything. */
  end(): Failure | undefined {
    const count = this.#count();
    this.#db.change('COMMIT').run();
    this.#db.close();
    return count === this.#bookings
      ? undefined
      : new Failure('long read', `${count} bookings, there were ${this.#bookings} at its beginning`);
  }
}
