import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { seededRandom } from '../../../main/seeded-random.ts';
import { migrate } from '../../../main/store/migrate.ts';
import { SqliteDatabase } from '../../../main/store/sqlite.ts';
import { busyDay } from '../../crash/busy-day.ts';
import { sellAndOwe } from '../../crash/sell-and-owe.ts';
import { storeDigest } from '../../crash/store-digest.ts';
import { toSecondVersion } from '../../main/support/first-version.ts';
import { openTestHub } from '../../main/support/test-hub.ts';
import { bareMigration } from './bare-migration.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-bare-migration-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function saysOf(file: string) {
  const db = new SqliteDatabase({ file });
  const made = await db.query<{ name: string }>('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
  const digest = await storeDigest(db);
  db.close();
  return { made, digest };
}

test('the bare migration leaves the same store as the real one (it left out the steps that came after it was written; seed 9)', async () => {
  const file = join(folder, 'store.sqlite');
  const store = await openTestHub({ file });
  await store.addFlight();
  await busyDay(store, seededRandom(9), 60, async () => {});
  await sellAndOwe(store, 1);
  await store.hub.close();
  await toSecondVersion(file);
  const bare = join(folder, 'bare.sqlite');
  copyFileSync(file, bare);

  const db = new SqliteDatabase({ file });
  await migrate(db);
  db.close();
  expect(bareMigration(bare, file, 16)).toBeGreaterThan(0);
  expect(await saysOf(bare)).toEqual(await saysOf(file));
});
