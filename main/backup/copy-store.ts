import { closeSync, fdatasyncSync, fsyncSync, openSync } from 'node:fs';
import { restBetween } from '../hub/low-priority.ts';
import { SqliteDatabase } from '../store/sqlite.ts';
import { writeMeta } from '../store/tables/meta-table.ts';

/** Copied between two rests, and synced: small enough that no commit waits long behind it, large enough to be quick. */
const STEP_PAGES = 4_096;

export interface CopyStore {
  /** May be in use; it is only read. */
  readonly store: string;
  /** Empty, and nobody else's to read. */
  readonly to: string;
  /** Whether somebody may be selling, so that every step is followed by a rest. */
  readonly gentle: boolean;
  progress(done: number, total: number): void;
}

/**
 * Copies a store as it stands at one moment, while it is being written. The snapshot is held from the first page to the last: without
 * it every commit of the writer would begin the copying anew. Its price is that the store's log grows meanwhile, so the copying is quick, rests only between steps, and lets go at once.
 * Throws StoreError.
 */
export async function copyStore({ store, to, gentle, progress }: CopyStore): Promise<void> {
  const file = openSync(to, 'r+');
  try {
    const db = new SqliteDatabase({ file: store, readOnly: true, cacheMiB: 8 });
    try {
      const rest = gentle ? restBetween() : () => {};
      await db.snapshot(async () => {
        // A snapshot begins with the first page that is read.
        await db.query('SELECT max(version) AS version FROM schema_version').get();
        await db.copyTo(to, (done, total) => {
          progress(done, total);
          // A disk that is told everything at the end would keep the commits of that moment waiting.
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

/** The copy says of itself that it has a log beside it, as the store has; it has none. And it carries the count that lists show. */
async function makeWhole(file: string): Promise<void> {
  const db = new SqliteDatabase({ file, single: true, cacheMiB: 8 });
  try {
    const row = await db.query<{ count: number }>("SELECT count(*) AS count FROM bookings WHERE state = 'CONFIRMED'").get();
    await db.begin();
    await writeMeta(db, 'backup_bookings', String(row?.count ?? 0));
    await db.commit();
  } finally {
    db.close();
  }
}
