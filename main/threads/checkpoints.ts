import type { Engine } from '../engine/engine.ts';
import type { SqliteDatabase } from '../store/sqlite.ts';
import { startCheckpoint } from './start-checkpoint.ts';

/** Rows written before the log is copied: some 4,000 holds, 16 MiB of log. */
const ROWS_BETWEEN = 20_000;
/** When the log has so many pages, the writer copies all of it by itself. The thread was too slow then. */
const LOG_PAGES_MAX = 16_000;

/**
 * Keeps the write-ahead log short.
 *
 * The problem: the log must be copied into the store's file from time to time. That takes tens of milliseconds, and no hold should wait for it.
 * So a thread of its own copies the log while the writer goes on. Then the writer copies only the little that came meanwhile, and the log
 * starts again from its beginning. The log is copied seldom, so that a page that is written often is copied once.
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
    // The thread is started when it is first needed. A hub that sells little never starts it.
    this.#copier ??= startCheckpoint(this.#file, () => this.#copied());
    this.#copier.copy();
  }

  /** The writer copies the rest. If that fails, the rest stays in the log, where it is just as safe. A full or broken disk shows at the next commit. */
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
