import Sqlite from 'better-sqlite3';
import { BrokenInvariant } from '../../shared/assert.ts';
import {
  type Awaitable,
  type Database,
  type Insert,
  type ReadStatement,
  StoreError,
  type StoreTrouble,
  type Value,
  type WriteDatabase,
  type WriteStatement,
} from './database.ts';
import { faultMessage } from './fault-text.ts';
import { insertRows } from './tables/insert-many.ts';

export interface SqliteOptions {
  /** A path, `:memory:`, or the bytes of a store without a log, which are then worked on in memory. */
  readonly file: string | Buffer;
  readonly readOnly?: boolean;
  /** One file without a log beside it: a backup. */
  readonly single?: boolean;
  readonly cacheMiB?: number;
}

const TROUBLES: readonly [RegExp, StoreTrouble][] = [
  [/^SQLITE_FULL|^SQLITE_IOERR_(WRITE|FSYNC|SHMSIZE)|^ENOSPC$|^EDQUOT$/, 'full'],
  [/^SQLITE_READONLY|^SQLITE_CANTOPEN|^SQLITE_PERM/, 'read-only'],
  // A page that the disk cannot read is lost, as if it were overwritten.
  [/^SQLITE_CORRUPT|^SQLITE_NOTADB|^SQLITE_IOERR_(READ|SHORT_READ|CORRUPTFS)/, 'corrupt'],
  [/^SQLITE_BUSY|^SQLITE_LOCKED/, 'busy'],
];

/** Turns an error of the driver into one of the port, so that no other code knows SQLite's error codes. */
export function storeError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const trouble = TROUBLES.find(([pattern]) => pattern.test(code))?.[1] ?? 'failed';
  return new StoreError(trouble, error instanceof Error ? faultMessage(error) : String(error), { cause: error });
}

/** SQLite behind the port, with a write-ahead log. Every commit is synced to the disk before it returns. */
export class SqliteDatabase implements Database {
  readonly #db: Sqlite.Database;
  readonly #statements = new Map<string, Sqlite.Statement<Value[], unknown>>();
  readonly #reads = new Map<string, ReadStatement<unknown>>();
  readonly #columns = new Map<string, ReadStatement<unknown>>();
  readonly #writes = new Map<string, WriteStatement>();
  #written = 0;
  #begun = 0;
  readonly #readOnly: boolean;

  constructor(options: SqliteOptions) {
    this.#readOnly = options.readOnly ?? false;
    try {
      this.#db = new Sqlite(options.file, { readonly: this.#readOnly, timeout: 5_000 });
      if (!options.readOnly) {
        this.#db.pragma(`journal_mode = ${options.single ? 'DELETE' : 'WAL'}`);
        this.#db.pragma('synchronous = FULL');
        // What is deleted or replaced is overwritten in its page, so that an erased record cannot be read out of the file. The page is written anyway.
        this.#db.pragma('secure_delete = FAST');
      }
      this.#db.pragma('foreign_keys = ON');
      this.#db.pragma('trusted_schema = OFF');
      // SQLite checks each page more closely when it reads it from the disk, so that a damaged page is an error.
      this.#db.pragma('cell_size_check = ON');
      this.#db.pragma('temp_store = MEMORY');
      this.#db.pragma(`cache_size = -${(options.cacheMiB ?? 64) * 1024}`);
    } catch (error) {
      throw storeError(error);
    }
  }

  #prepare(sql: string): Sqlite.Statement<Value[], unknown> {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = guarded(() => this.#db.prepare<Value[], unknown>(sql));
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  query<Row>(sql: string): ReadStatement<Row> {
    let read = this.#reads.get(sql);
    if (!read) {
      read = reading(this.#prepare(sql));
      this.#reads.set(sql, read);
    }
    return read as ReadStatement<Row>;
  }

  column<Item extends Value>(sql: string): ReadStatement<Item> {
    let read = this.#columns.get(sql);
    if (!read) {
      // A statement of its own, because the driver knows one shape of result for each statement.
      read = reading(guarded(() => this.#db.prepare<Value[], unknown>(sql).pluck()));
      this.#columns.set(sql, read);
    }
    return read as ReadStatement<Item>;
  }

  changeReturning<Row>(sql: string): ReadStatement<Row> {
    // It is not known whether rows were changed. At worst a batch runs again without need.
    this.#written++;
    return this.query<Row>(sql);
  }

  change(sql: string): WriteStatement {
    let write = this.#writes.get(sql);
    if (!write) {
      const statement = this.#prepare(sql);
      write = {
        run: (...values) => {
          try {
            const { changes } = statement.run(...values);
            this.#written += changes;
            return changes;
          } catch (error) {
            throw portError(error);
          }
        },
      };
      this.#writes.set(sql, write);
    }
    return write;
  }

  get late(): boolean {
    return false;
  }

  async insertLater(insert: Insert, values: readonly Value[]): Promise<void> {
    await insertRows(this, insert, values);
  }

  async changeLater(_table: string, work: (db: WriteDatabase) => Awaitable<void>): Promise<void> {
    await work(this);
  }

  begin(): void {
    this.#begun++;
    this.change('BEGIN IMMEDIATE').run();
  }
  commit(): void {
    this.change('COMMIT').run();
  }
  rollback(): void {
    this.change('ROLLBACK').run();
  }
  savepoint(): void {
    this.change('SAVEPOINT command').run();
  }
  rollbackToSavepoint(): void {
    this.#begun++;
    this.change('ROLLBACK TO command').run();
    this.change('RELEASE command').run();
  }
  releaseSavepoint(): void {
    this.change('RELEASE command').run();
  }

  get inTransaction(): boolean {
    return this.#db.inTransaction;
  }
  get begun(): number {
    return this.#begun;
  }
  get written(): number {
    return this.#written;
  }
  commits(): Awaitable<number | undefined> {
    return this.#readOnly ? this.column<number>('PRAGMA data_version').get() : undefined;
  }

  async snapshot<T>(read: () => Promise<T>): Promise<T> {
    if (this.#db.inTransaction) return read();
    this.change('BEGIN').run();
    try {
      return await read();
    } finally {
      if (this.#db.inTransaction) this.change('COMMIT').run();
    }
  }

  script(sql: string): void {
    guarded(() => this.#db.exec(sql));
  }

  /**
   * Copies the whole database into a new or empty file, from the snapshot that this connection holds. `step` gets how many pages of how many
   * are copied, and returns how many come next. When it throws, the copying ends.
   */
  async copyTo(file: string, step: (done: number, total: number) => number): Promise<void> {
    try {
      await this.#db.backup(file, { progress: ({ totalPages, remainingPages }) => step(totalPages - remainingPages, totalPages) });
    } catch (error) {
      throw storeError(error);
    }
  }

  /** Reads the rows of a pragma, for checks and figures that only SQLite has. */
  pragma(text: string): unknown {
    return guarded(() => this.#db.pragma(text));
  }

  close(): void {
    guarded(() => this.#db.close());
  }
}

/** Holds a database file for this process alone, until released or until the process ends. Throws `busy` when another has it. */
export function holdExclusively(file: string): { release(): void } {
  let db: Sqlite.Database | undefined;
  try {
    db = new Sqlite(file, { timeout: 0 });
    db.pragma('journal_mode = DELETE');
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE');
    const held = db;
    return { release: () => void (held.open && held.close()) };
  } catch (error) {
    db?.close();
    throw storeError(error);
  }
}

// Written out instead of `guarded`: a closure for each call takes a twentieth of a short statement.
const reading = (statement: Sqlite.Statement<Value[], unknown>): ReadStatement<unknown> => ({
  get: (...values) => {
    try {
      return statement.get(...values);
    } catch (error) {
      throw portError(error);
    }
  },
  all: (...values) => {
    try {
      return statement.all(...values);
    } catch (error) {
      throw portError(error);
    }
  },
});

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw portError(error);
  }
}

/** An error of a statement as the port names it: a store in trouble, or a command that tried to write what the tables forbid. */
function portError(error: unknown): Error {
  // A broken constraint is a fault of the command, and the store is well. So this command alone is undone, and the batch goes on.
  if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')) return new BrokenInvariant(error.message);
  return storeError(error);
}
