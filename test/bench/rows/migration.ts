import { copyFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { SCHEMA_VERSION } from '../../../main/store/migrate.ts';
import { openStore } from '../../../main/store/open-store.ts';
import { toSecondVersion } from '../../main/support/first-version.ts';
import type { Row } from '../figure.ts';
import { spent } from '../measure.ts';
import { bareMigration } from '../raw/bare-migration.ts';

/** As much as the writer thread has. */
const CACHE_MIB = 16;

/** A store of the second version, with a million bookings that cannot change yet, is brought to this version. */
export const migration: Row = {
  metrics: ['migration.bookings'],
  async measure(bench) {
    const { recipe } = await bench.stores.prepared('million');
    const folder = bench.scratch();
    const file = await bench.copyOf('million', folder);
    await toSecondVersion(file);
    const bare = join(folder, 'bare.sqlite');
    copyFileSync(file, bare);

    let walBytes = 0;
    const { ms, processorMs } = await spent(async () => {
      const { db } = await openStore({ file, mode: 'live', fresh: { storeId: '', locatorKey: 0, madeAt: 0 }, cacheMiB: CACHE_MIB });
      walBytes = statSync(`${file}-wal`).size;
      await db.close();
    });
    const { version, changed } = migrated(file);
    if (version !== SCHEMA_VERSION || changed !== recipe.bookings)
      throw new Error(`the store has version ${version}, and ${changed} of its bookings have versions`);
    const rawMs = bareMigration(bare, file, CACHE_MIB);
    const bytes = statSync(file).size;
    const note = `${changed} bookings from version 2 to ${version}, ${(processorMs / 1_000).toFixed(1)} s of processor time, with ${(walBytes / 2 ** 20).toFixed(0)} MiB of WAL copied into the store; ratio to the same rows written by one statement a table ${(rawMs / 1_000).toFixed(1)} s`;
    return [{ metric: 'migration.bookings', value: ms / 1_000, unit: 's', target: '<= 60', ratio: ms / rawMs, storeBytes: bytes, note }];
  },
};

/** What became of a store. A booking has been held and was then sold or let go, so each has a version above the first. */
function migrated(file: string): { version: number; changed: number } {
  const db = new Sqlite(file, { readonly: true });
  const one = (sql: string) => Number(db.prepare(sql).pluck().get());
  const found = {
    version: one('SELECT max(version) FROM schema_version'),
    changed: one('SELECT count(*) FROM bookings WHERE version > 1'),
  };
  db.close();
  return found;
}
