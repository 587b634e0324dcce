import { Worker } from 'node:worker_threads';
import type { SqliteDatabase } from '../store/sqlite.ts';
import type { Engine } from './engine.ts';
import { threadFile } from './thread-file.ts';

/** Rows written before the log is copied: some 4,000 holds, 16 MiB of log. */
const ROWS_BETWEEN = 20_000;
/** Pages of log at which the writer copies all of it by itself, should the thread not have got to it. */
const LOG_PAGES_MAX = 16_000;

/**
 * Keeps the write-ahead log short. Copying it into the store's file takes tens of milliseconds, for which no hold should wait:
 * a thread of its own copies while the writer goes on, and the writer copies only the little that came meanwhile, after which
 * the log begins anew.
 */
export class Checkpoints {
  readonly #db: SqliteDatabase;
  readonly #worker: Worker;
  readonly #gone: Promise<unknown>;
  #copiedAt: number;
  #copying = false;

  constructor(file: string, db: SqliteDatabase, engine: Pick<Engine, 'between'>) {
    this.#db = db;
    this.#copiedAt = db.written;
    db.pragma(`wal_autocheckpoint = ${LOG_PAGES_MAX}`);
    this.#worker = new Worker(threadFile('checkpoint-thread'), { workerData: { file }, resourceLimits: { maxYoungGenerationSizeMb: 1 } });
    // What cannot be copied stays in the log, where it is as safe; a disk that is full or broken shows at the next commit.
    this.#worker.on('message', () => void engine.between(async () => this.#finish()).catch(() => {}));
    this.#worker.on('error', () => {});
    this.#gone = new Promise((gone) => this.#worker.once('exit', gone));
  }

  /** Told after every commit. */
  committed(): void {
    if (this.#copying || this.#db.written - this.#copiedAt < ROWS_BETWEEN) return;
    this.#copying = true;
    this.#worker.postMessage('copy');
  }

  #finish(): void {
    this.#copying = false;
    this.#copiedAt = this.#db.written;
    this.#db.pragma('wal_checkpoint(PASSIVE)');
  }

  async close(): Promise<void> {
    this.#worker.postMessage('close');
    await this.#gone;
  }
}
