import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../../../main/store/migrate.ts';
import { SqliteDatabase } from '../../../../main/store/sqlite.ts';

let made: Promise<Buffer> | undefined;

/** The bytes of an empty store that the real migrations made. They run once in a process, because they take longer than most tests. */
export function migratedStore(): Promise<Buffer> {
  made ??= make();
  return made;
}

async function make(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-migrated-'));
  try {
    const file = join(folder, 'store.sqlite');
    const db = new SqliteDatabase({ file: ':memory:' });
    await migrate(db);
    await db.copyTo(file, (_done, total) => total);
    db.close();
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
