import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BackupView } from '../../shared/methods/backups.ts';
import type { StoreMode } from '../store/open-store.ts';
import { SqliteDatabase } from '../store/sqlite.ts';
import { journalEnd } from '../store/tables/journal-table.ts';
import { readMeta } from '../store/tables/meta-table.ts';
import { type BackupName, readBackupName } from './backup-names.ts';

/** The finished backups of one mode, newest first, found by their names alone. A missing folder holds none. */
export function backupNames(folder: string, mode: StoreMode): BackupName[] {
  let files: string[];
  try {
    files = readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return files
    .flatMap((file) => readBackupName(file) ?? [])
    .filter((name) => name.mode === mode)
    .sort((a, b) => b.at - a.at || (a.file < b.file ? 1 : -1));
}

/** The facts about a backup that can be read quickly, or undefined for a file that does not open. */
export async function viewBackup(folder: string, { file, kind, at }: BackupName): Promise<BackupView | undefined> {
  try {
    const path = join(folder, file);
    const db = new SqliteDatabase({ file: path, readOnly: true, cacheMiB: 1 });
    try {
      const end = await journalEnd(db);
      const bookings = Number((await readMeta(db, 'backup_bookings')) ?? 0);
      return { file, kind, at, bytes: statSync(path).size, bookings, newestEvent: end.event, newestAt: end.at };
    } finally {
      db.close();
    }
  } catch {
    return undefined;
  }
}

/** All backups, newest first. A file that does not open is left out. */
export async function listBackups(folder: string, mode: StoreMode): Promise<BackupView[]> {
  const views: BackupView[] = [];
  for (const name of backupNames(folder, mode)) {
    // Opening and reading one blocks this thread, so the hub does other work between two of them.
    await nextTurn();
    const view = await viewBackup(folder, name);
    if (view) views.push(view);
  }
  return views;
}
