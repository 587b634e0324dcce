import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { instant } from '../../shared/instants.ts';
import { SYSTEM } from '../actor.ts';
import { chooseMode, storeFile } from '../boot/choose-mode.ts';
import { replaceStore } from '../boot/replace-store.ts';
import type { StoreMode } from '../store/open-store.ts';
import { SqliteDatabase } from '../store/sqlite.ts';
import { readMeta } from '../store/tables/meta-table.ts';
import { refusedWith, runStoreCommand, type StoreCommand } from './store-command.ts';

export interface RestoreCommand extends StoreCommand {
  /** A path, or the name of a backup in the folder of backups. */
  readonly file: string;
  readonly now: number;
}

/** Puts a backup in the place of a store that no running Aisle has open. The store that it replaces is kept. */
export function restoreStore({ file, now, ...command }: RestoreCommand): Promise<number> {
  return runStoreCommand(command, async (signal, progress) => {
    const from = existsSync(file) ? file : join(command.backupsDir, basename(file));
    const mode = command.mode ?? (await modeOf(from)) ?? chooseMode(command.dataDir, undefined);
    const store = storeFile(command.dataDir, mode);
    const wanted = { store, mode, from, folder: command.backupsDir, by: SYSTEM, at: instant(now), signal, progress };
    const replaced = await replaceStore(wanted);
    if (!replaced.ok) return refusedWith(store, from, replaced.refusal);
    const { kept } = replaced.value;
    const rest = kept ? `The store that it replaces is kept as ${kept}.` : 'There was no store that it could replace.';
    return { ok: true, store, file: from, lines: [`Put back ${from}`, `as ${store}.`, rest], refusal: null };
  });
}

/** The mode that a file names; undefined when it names none. A later check refuses such a file in better words. */
async function modeOf(file: string): Promise<StoreMode | undefined> {
  try {
    const db = new SqliteDatabase({ file, readOnly: true, cacheMiB: 1 });
    try {
      const mode = await readMeta(db, 'mode');
      return mode === 'live' || mode === 'training' ? mode : undefined;
    } finally {
      db.close();
    }
  } catch {
    return undefined;
  }
}
