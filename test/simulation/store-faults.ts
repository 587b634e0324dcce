import { SqliteDatabase } from '../../main/store/sqlite.ts';
import type { Failure } from './failure.ts';
import { LongRead } from './long-read.ts';

const PAGES_MAX = 1_073_741_823;

/** What can go wrong with a store that is open: its disk is full, somebody else locks it, somebody else reads it and does not stop. */
export class StoreFaults {
  readonly #file: string;
  readonly #raw: SqliteDatabase;
  #longRead: LongRead | undefined;
  #locker: SqliteDatabase | undefined;
  #locked = false;
  #full = false;

  constructor(file: string, raw: SqliteDatabase) {
    this.#file = file;
    this.#raw = raw;
  }

  /** Whether the store may refuse a batch now. */
  get mayRefuse(): boolean {
    return this.#full || this.#locked;
  }

  /** The disk has `pages` pages left for the store. */
  fillDisk(pages: number): void {
    const [row] = this.#raw.pragma('page_count') as { page_count: number }[];
    this.#raw.pragma(`max_page_count = ${(row?.page_count ?? 0) + pages}`);
    this.#full = true;
  }

  freeDisk(): void {
    this.#raw.pragma(`max_page_count = ${PAGES_MAX}`);
    this.#full = false;
  }

  /** Somebody begins to read the store and does not stop, so that its log cannot be begun anew. */
  beginLongRead(): void {
    this.#longRead ??= new LongRead(this.#file);
  }

  endLongRead(): Failure | undefined {
    const failure = this.#longRead?.end();
    this.#longRead = undefined;
    return failure;
  }

  /** Somebody else has the store locked for writing, over a connection that is kept: opening one costs as much as a batch. */
  lock(): void {
    if (this.#locked) return;
    this.#locker ??= new SqliteDatabase({ file: this.#file, cacheMiB: 1 });
    this.#locker.begin();
    this.#locked = true;
  }

  unlock(): void {
    if (this.#locked) this.#locker?.rollback();
    this.#locked = false;
  }

  /** Before the store is closed. */
  end(): Failure | undefined {
    this.unlock();
    this.#locker?.close();
    this.#locker = undefined;
    return this.endLongRead();
  }
}
