import { type Database, LateWriteFailed, StoreError } from '../store/database.ts';
import type { BatchWrites } from './batch-writes.ts';

/** How many batches run carefully after a batch that had to run again. If many parties want the same seats, the next batches would have to run again too. */
const CAREFUL_BATCHES = 16;

/** A command must be undone after it wrote, in a batch that set no savepoints. */
class SavepointMissing extends Error {
  override name = 'SavepointMissing';
}

/** Undoes what one command of a batch has written. Only a careful batch sets savepoints; any other runs again, carefully, where a command must be undone. */
export class Savepoints {
  readonly #db: Database;
  readonly #writes: BatchWrites;
  /** Forgets everything in memory about rows that were written and then undone. */
  readonly #forgetWritten: () => void;
  /** Batches from here on that set savepoints and write nothing late. */
  #carefulBatches = 0;

  constructor(db: Database, writes: BatchWrites, forgetWritten: () => void) {
    this.#db = db;
    this.#writes = writes;
    this.#forgetWritten = forgetWritten;
  }

  get careful(): boolean {
    return this.#carefulBatches > 0;
  }

  /** Before a command. The waiting writes of earlier commands are written first, so that they are not undone with it. */
  async set(): Promise<void> {
    if (!this.careful) return;
    await this.#writes.flush();
    await this.#db.savepoint();
  }

  /** Undoes the command under way. `before`: how much had been written when it began. */
  async undo(before: number): Promise<void> {
    if (!this.careful) {
      if (this.#writes.written !== before) throw new SavepointMissing();
      return;
    }
    await this.#db.rollbackToSavepoint();
    this.#forgetWritten();
  }

  /** A full or broken store fails the whole batch. So does a late write that failed, because nobody knows any more which command wrote it. */
  endsBatch(error: unknown): boolean {
    return error instanceof StoreError || (error instanceof LateWriteFailed && !this.careful);
  }

  /** Whether a batch that was rolled back runs again: this one and the next ones then run carefully. */
  runsAgain(error: unknown): boolean {
    const again = error instanceof SavepointMissing || error instanceof LateWriteFailed;
    if (again) this.#carefulBatches = CAREFUL_BATCHES;
    return again;
  }

  committed(): void {
    if (this.careful) this.#carefulBatches--;
  }
}
