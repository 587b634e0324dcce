import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { planFile } from '../backup/restore-plan.ts';
import type { StoreMode } from '../store/open-store.ts';
import { SqliteDatabase } from '../store/sqlite.ts';

export const storeFile = (dataDir: string, mode: StoreMode): string => join(dataDir, `${mode}.sqlite`);

/** Training until a real store has been set up: until its first supervisor was made. Training and real never share a file. */
export function chooseMode(dataDir: string, wanted: StoreMode | undefined): StoreMode {
  if (wanted) return wanted;
  const live = storeFile(dataDir, 'live');
  // A restore that was interrupted may have left the store under another name. It is still a live one.
  if (existsSync(planFile(live))) return 'live';
  if (!existsSync(live)) return 'training';
  try {
    const db = new SqliteDatabase({ file: live, readOnly: true });
    try {
      const row = db.query<{ count: number }>('SELECT count(*) AS count FROM users').get() as { count: number } | undefined;
      return row && row.count > 0 ? 'live' : 'training';
    } finally {
      db.close();
    }
  } catch {
    // A live store that cannot be read must be shown as such, and not be hidden by a training store.
    return 'live';
  }
}
