import type { Engine } from '../engine/engine.ts';
import type { SqliteDatabase } from '../store/sqlite.ts';
import { startCheckpoint } from './start-checkpoint.ts';

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
  readonly #file: string;
  readonly #db: SqliteDatabase;
  readonly #engine: Pick<Engine, 'between'>;
  #copier: ReturnType<typeof startCheckpoint> | undefined;
  #copiedAt: number;
  #copying = false;

  constructor(file: string, db: SqliteDatabase, engine: Pick<Engine, 'between'>) {
    this.#file = file;
    this.#db = db;
    this.#engine = engine;
    this.#copiedAt = db.written;
    db.pragma(`wal_autocheckpoint = ${LOG_PAGES_MAX}`);
  }

  /** Told after every commit. */
  committed(): void {
    if (this.#copying || this.#db.written - this.#copiedAt < ROWS_BETWEEN) return;
    this.#copying = true;
    // A hub that sells little never needs the thread.
    this.#copier ??= startCheckpoint(this.#file, () => this.#copied());
    this.#copier.copy();
  }

  /** What cannot be copied stays in the log, where it is as safe; a disk that is full or broken shows at the next commit. */
  #copied(): void {
    this.#engine.between(async () => this.#finish()).catch(() => {});
  }

  #finish(): void {
    this.#copying = false;
    this.#copiedAt = this.#db.written;
    this.#db.pragma('wal_checkpoint(PASSIVE)');
  }

  async close(): Promise<void> {
    await this.#copier?.close();
  }
}
