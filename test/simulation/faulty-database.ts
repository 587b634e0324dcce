import { closeSync, copyFileSync, existsSync, openSync, readSync, statSync, truncateSync } from 'node:fs';
import type { Awaitable, Database, Insert, ReadStatement, Value, WriteDatabase, WriteStatement } from '../../main/store/database.ts';
import { insertRows } from '../../main/store/tables/insert-many.ts';

/** When the power is to fail, and how much is found of what was written to the log but not yet synced. */
export interface PowerCut {
  readonly at: number | 'before-commit' | 'after-commit';
  readonly tail: number;
}

/** Nothing runs any more: whoever waits for an answer will not get one. */
export class PowerFailed extends Error {
  override name = 'PowerFailed';
}

/** In the shared memory of the log: the number of frames that the last commit left in it. */
const FRAMES_AT = 16;
const LOG_HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const PAGE_BYTES = 4_096;

/**
 * A database that counts the statements given to it and fails with the power at one of them: its files are copied as a disk
 * would hold them then, and every statement from there on throws.
 */
export class FaultyDatabase implements Database {
  readonly #db: Database;
  readonly #file: string;
  readonly #statements = new Map<string, ReadStatement<unknown> & WriteStatement>();
  #cut: (PowerCut & { readonly to: string }) | undefined;
  #count = 0;
  /** The power has failed. */
  dead = false;
  /** Commits that went through. */
  commitsDone = 0;

  constructor(db: Database, file: string) {
    this.#db = db;
    this.#file = file;
  }

  /** From here on statements are counted towards the cut. `to`: where the files are found afterwards. */
  arm(cut: PowerCut, to: string): void {
    this.#cut = { ...cut, to };
    this.#count = 0;
  }

  get armed(): boolean {
    return this.#cut !== undefined;
  }

  /** The power fails now. */
  fail(): void {
    if (this.#cut) this.#copy(this.#cut);
    this.#cut = undefined;
    this.dead = true;
  }

  #copy({ to, tail }: PowerCut & { readonly to: string }): void {
    copyFileSync(this.#file, to);
    const log = `${this.#file}-wal`;
    if (!existsSync(log)) return;
    copyFileSync(log, `${to}-wal`);
    const header = Buffer.alloc(4);
    const shared = openSync(`${this.#file}-shm`, 'r');
    readSync(shared, header, 0, 4, FRAMES_AT);
    closeSync(shared);
    // A commit syncs the log; what stands behind the last one may be there or not, in whole or in part.
    const synced = LOG_HEADER_BYTES + header.readUInt32LE() * (FRAME_HEADER_BYTES + PAGE_BYTES);
    const written = statSync(log).size;
    if (written > synced) truncateSync(`${to}-wal`, synced + Math.floor((written - synced) * tail));
  }

  #pass(): void {
    if (this.dead) throw new PowerFailed();
    if (!this.#cut) return;
    if (++this.#count !== this.#cut.at) return;
    this.fail();
    throw new PowerFailed();
  }

  #statement(sql: string): ReadStatement<unknown> & WriteStatement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      const read = this.#db.query(sql);
      const write = this.#db.change(sql);
      statement = {
        get: (...values: Value[]) => {
          this.#pass();
          return read.get(...values);
        },
        all: (...values: Value[]) => {
          this.#pass();
          return read.all(...values);
        },
        run: (...values: Value[]) => {
          this.#pass();
          return write.run(...values);
        },
      };
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #passing<Row>(read: ReadStatement<Row>): ReadStatement<Row> {
    return {
      get: (...values) => {
        this.#pass();
        return read.get(...values);
      },
      all: (...values) => {
        this.#pass();
        return read.all(...values);
      },
    };
  }

  query<Row>(sql: string): ReadStatement<Row> {
    return this.#statement(sql) as ReadStatement<Row>;
  }
  column<Item extends Value>(sql: string): ReadStatement<Item> {
    return this.#passing(this.#db.column<Item>(sql));
  }
  changeReturning<Row>(sql: string): ReadStatement<Row> {
    // Asked of the store at each call, because it counts as written there.
    return this.#passing(this.#db.changeReturning<Row>(sql));
  }
  change(sql: string): WriteStatement {
    return this.#statement(sql);
  }

  get late(): boolean {
    return false;
  }
  insertLater(insert: Insert, values: readonly Value[]): Promise<void> {
    return insertRows(this, insert, values);
  }
  async changeLater(_table: string, work: (db: WriteDatabase) => Awaitable<void>): Promise<void> {
    await work(this);
  }

  begin() {
    this.#pass();
    return this.#db.begin();
  }
  commit() {
    if (this.#cut?.at === 'before-commit') this.fail();
    this.#pass();
    const done = this.#db.commit();
    this.commitsDone++;
    if (this.#cut?.at === 'after-commit') {
      this.fail();
      throw new PowerFailed();
    }
    return done;
  }
  rollback() {
    this.#pass();
    return this.#db.rollback();
  }
  savepoint() {
    this.#pass();
    return this.#db.savepoint();
  }
  rollbackToSavepoint() {
    this.#pass();
    return this.#db.rollbackToSavepoint();
  }
  releaseSavepoint() {
    this.#pass();
    return this.#db.releaseSavepoint();
  }
  commits(): Awaitable<number | undefined> {
    return this.#db.commits();
  }
  get begun(): number {
    return this.#db.begun;
  }
  get inTransaction(): boolean {
    return !this.dead && this.#db.inTransaction;
  }
  get written(): number {
    return this.#db.written;
  }
  snapshot<T>(read: () => Promise<T>): Promise<T> {
    this.#pass();
    return this.#db.snapshot(read);
  }
  script(sql: string) {
    this.#pass();
    return this.#db.script(sql);
  }
  close() {
    return this.#db.close();
  }
}
