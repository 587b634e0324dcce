import { closeSync, fdatasyncSync, fsyncSync, openSync } from 'node:fs';
import { restBetween } from '../hub/low-priority.ts';
import { SqliteDatabase } from '../store/sqlite.ts';
import { writeMeta } from '../store/tables/meta-table.ts';

/** Pages that are copied and synced between two rests: so few that no commit waits long, and so many that the copy is quick. */
const STEP_PAGES = 1_024;

/**
 * Milliseconds of rest for each of processor time, so that copying takes a seventh of a processor. The thread keeps its priority meanwhile, because the log grows until it
 * is done. With a third, on two processors that a thousand consoles kept busy, searches took 0.6 s for the next twenty seconds.
 */
const REST_SHARE = 6;

export interface CopyStore {
  /** The store may be in use. It is only read. */
  readonly store: string;
  /** An empty file that nobody else may read. */
  readonly to: string;
  /** Whether people may be selling. Then the copying rests after every step. */
  readonly gentle: boolean;
  progress(done: number, total: number): void;
}

/**
 * Copies a store as it is at one moment, while people sell.
 *
 * The problem: without a snapshot every commit of the writer would start the copying again from the first page. So one read snapshot is
 * held from the first page to the last. But the write-ahead log grows for as long as a snapshot is held. So the copying rests only between
 * steps and ends the snapshot at once. The check of the copy holds no snapshot and may take its time, at low priority.
 * Throws StoreError.
 */
export async function copyStore({ store, to, gentle, progress }: CopyStore): Promise<void> {
  const file = openSync(to, 'r+');
  try {
    // Each page is read once, so a larger cache would only be memory.
    const db = new SqliteDatabase({ file: store, readOnly: true, cacheMiB: 1 });
    try {
      const rest = gentle ? restBetween(REST_SHARE) : () => {};
      await db.snapshot(async () => {
        // A snapshot begins with the first page that is read.
        await db.query('SELECT max(version) AS version FROM schema_version').get();
        await db.copyTo(to, (done, total) => {
          progress(done, total);
          // Synced after each step: syncing everything at the end would make the commits of that moment wait.
          if (gentle) fdatasyncSync(file);
          rest();
          return STEP_PAGES;
        });
      });
    } finally {
      db.close();
    }
    await makeWhole(to);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The header of the copy says that it has a log beside it, as the store has. It has none, so the header is changed. The number of bookings, which lists show, is written too. */
async function makeWhole(file: string): Promise<void> {
  const db = new SqliteDatabase({ file, single: true, cacheMiB: 1 });
  try {
    const row = await db.query<{ count: number }>("SELECT count(*) AS count FROM bookings WHERE state = 'CONFIRMED'").get();
    await db.begin();
    await writeMeta(db, 'backup_bookings', String(row?.count ?? 0));
    await db.commit();
  } finally {
    db.close();
  }
}
