import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';

/** One place on the disk is written over and over, so it has one length. */
const TEXT_BYTES = 128;

/** The file beside a store that says how far its journal has come. */
export const reachFile = (store: string): string => `${store}.reached`;

/**
 * Remembers, outside the store and its log, how far the journal has come.
 *
 * The problem: after a kill the last transactions are in the log alone. If somebody deletes the log, SQLite opens the store without an error,
 * and sales that were acknowledged are gone without a word. So the number of the newest entry is written into a small file after each commit.
 * If the journal ends before that number at the next start, entries are lost.
 * 1. The number is written after its commit and is not synced. After a power cut it may be too small, but never too large, so there is no false
 *    alarm.
 * 2. A store is known by its id. A new store beside an old file is not measured by it.
 * 3. The disk may refuse the file. Then nothing is remembered, and selling goes on.
 */
export class JournalReach {
  readonly #storeId: string;
  readonly #file: number | undefined;

  constructor(store: string, storeId: string) {
    this.#storeId = storeId;
    try {
      this.#file = openSync(reachFile(store), 'a+', 0o600);
      closeSync(this.#file);
      this.#file = openSync(reachFile(store), 'r+');
    } catch {
      this.#file = undefined;
    }
  }

  /** The number that was remembered of this store last; 0 when there is none. */
  static of(store: string, storeId: string): number {
    try {
      const [id, event, again] = readFileSync(reachFile(store), 'utf8').trim().split(' ');
      return id === storeId && event === again && /^\d{1,15}$/.test(event ?? '') ? Number(event) : 0;
    } catch {
      return 0;
    }
  }

  note(event: number): void {
    if (this.#file === undefined) return;
    try {
      writeSync(this.#file, `${this.#storeId} ${event} ${event}`.padEnd(TEXT_BYTES - 1).concat('\n'), 0);
    } catch {
      // The store itself tells of a disk in trouble.
    }
  }

  close(): void {
    if (this.#file === undefined) return;
    try {
      fsyncSync(this.#file);
      closeSync(this.#file);
    } catch {
      // As with `note`.
    }
  }
}
