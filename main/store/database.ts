/**
 * The port to the database. Commands and queries know this port and no driver. `sqlite.ts` is the driver behind it.
 * 1. Calls are awaited although SQLite answers at once, so that a database behind a network could stand here too.
 * 2. SQL is written in what SQLite and PostgreSQL share: ON CONFLICT, RETURNING, CTEs, partial indexes, `?` placeholders. No column has
 *    the name of an SQL word.
 * 3. SQL stands where it is used. The port prepares each text once and keeps the statement under its text.
 * 4. Where a statement sorts, joins or takes the greatest, an equality is written `x IN (?)`. With `x = ?` SQLite's planner looks at the value and plans
 *    the statement again whenever a value is bound. That takes ten times as long as running it. The same goes for `LIMIT ?`, so a
 *    statement that runs with every batch has `LIMIT 0 + ?`.
 */
export type Value = string | number | null;
export type Awaitable<T> = T | PromiseLike<T>;

export interface ReadStatement<Row> {
  /** The first row, or undefined. */
  get(...values: Value[]): Awaitable<Row | undefined>;
  all(...values: Value[]): Awaitable<Row[]>;
}

export interface WriteStatement {
  /** Number of rows changed. */
  run(...values: Value[]): Awaitable<number>;
}

/** A handle that can only read: a query that writes does not compile. Statements are prepared once per SQL text. */
export interface ReadDatabase {
  query<Row>(sql: string): ReadStatement<Row>;
  /** The first column of each row, without a row object: making the objects is two thirds of the work when thousands are read. */
  column<Item extends Value>(sql: string): ReadStatement<Item>;
  /**
   * Counts the transactions that could write, and the savepoints that were gone back to. While the number stays the same, no row was undone
   * that was read here. It never changes where a database is only read.
   */
  readonly begun: number;
  /**
   * Tells one state of the store from the next, for who only reads: while the number stays the same, nobody has committed. Asked in a snapshot it is that of
   * the snapshot. Undefined where this connection may write, because its own changes would not count.
   */
  commits(): Awaitable<number | undefined>;
}

/** An INSERT statement in parts. Each place that writes rows has one object, so that rows of one kind are written together. */
export interface Insert {
  /** The statement up to VALUES. */
  readonly into: string;
  /** Columns of a row. */
  readonly width: number;
  /** What follows the values. */
  readonly conflict?: string;
  /** A row that exists already is left as it is, without an error. */
  readonly mayExist?: boolean;
}

/** A late write found other rows than those that were known when it was decided. */
export class LateWriteFailed extends Error {
  override name = 'LateWriteFailed';
}

export interface WriteDatabase extends ReadDatabase {
  change(sql: string): WriteStatement;
  /** A change that returns rows (RETURNING). */
  changeReturning<Row>(sql: string): ReadStatement<Row>;
  /** Whether late writes wait to be written together. If not, each is done at once, and a command may use its result. */
  readonly late: boolean;
  /** Inserts rows at the latest with the commit; any other statement that names their table finds them written. Throws LateWriteFailed, then or later. */
  insertLater(insert: Insert, values: readonly Value[]): Promise<void>;
  /**
   * Changes rows of one table at the latest with the commit; any other statement that names the table finds it done. The work throws LateWriteFailed
   * where it finds other rows than expected.
   */
  changeLater(table: string, work: (db: WriteDatabase) => Awaitable<void>): Promise<void>;
}

export interface Database extends WriteDatabase {
  begin(): Awaitable<void>;
  commit(): Awaitable<void>;
  rollback(): Awaitable<void>;
  /** Sets a savepoint in the transaction under way. There is one at a time. */
  savepoint(): Awaitable<void>;
  rollbackToSavepoint(): Awaitable<void>;
  releaseSavepoint(): Awaitable<void>;
  /** False when the database itself rolled the transaction back, as it does when the disk is full. */
  readonly inTransaction: boolean;
  /** Counts every changed row. The same number before and after means that nothing was written in between. */
  readonly written: number;
  /** One consistent snapshot for several reads. */
  snapshot<T>(read: () => Promise<T>): Promise<T>;
  /** Several statements without values: migrations only. */
  script(sql: string): Awaitable<void>;
  close(): Awaitable<void>;
}

/** Why a store could not do its work, in kinds that the hub can explain. */
export type StoreTrouble = 'full' | 'read-only' | 'corrupt' | 'busy' | 'newer' | 'failed';

export class StoreError extends Error {
  override name = 'StoreError';
  readonly trouble: StoreTrouble;
  constructor(trouble: StoreTrouble, message: string, options?: ErrorOptions) {
    super(message, options);
    this.trouble = trouble;
  }
}
