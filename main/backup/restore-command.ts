import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Instant, instant } from '../../shared/instants.ts';
import { SYSTEM } from '../actor.ts';
import { bootError } from '../boot-error.ts';
import { chooseMode, storeFile } from '../choose-mode.ts';
import { StoreError } from '../store/database.ts';
import { readMeta } from '../store/meta-table.ts';
import type { StoreMode } from '../store/open-store.ts';
import { SqliteDatabase } from '../store/sqlite.ts';
import { lockStore } from '../store/store-lock.ts';
import { finishRestore } from './finish-restore.ts';
import { prepareRestore } from './prepare-restore.ts';
import { refusedWith, runStoreCommand, type StoreCommand, type StoreResult } from './store-command.ts';

export interface RestoreCommand extends StoreCommand {
  /** A path, or the name of a backup in the folder of backups. */
  readonly file: string;
  readonly now: number;
}

/** Puts a backup in the place of a store that no running Aisle has open. The store that it replaces is kept. */
export function restoreStore(command: RestoreCommand): Promise<number> {
  return runStoreCommand(command, async (signal, progress) => {
    const from = existsSync(command.file) ? command.file : join(command.backupsDir, basename(command.file));
    const mode = command.mode ?? (await modeOf(from)) ?? chooseMode(command.dataDir, undefined);
    const store = storeFile(command.dataDir, mode);
    try {
      mkdirSync(dirname(store), { recursive: true, mode: 0o700 });
      const lock = lockStore(store);
      try {
        // One that broke off comes first; what it replaced must not be lost sight of.
        await finishRestore(store, mode);
        return await restore({ from, mode, store, signal, progress });
      } finally {
        lock.release();
      }
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      const { sentence, advice } = bootError(error.trouble, store, error);
      const code = error.trouble === 'busy' ? 'STORE_IN_USE' : 'STORE_FAILED';
      return refusedWith(store, from, { code, message: sentence, next: advice });
    }
  });

  async function restore(
    given: { from: string; mode: StoreMode; store: string } & Pick<Parameters<typeof prepareRestore>[0], 'signal' | 'progress'>,
  ): Promise<StoreResult> {
    const { from, mode, store } = given;
    const at: Instant = instant(command.now);
    const planned = await prepareRestore({ ...given, folder: command.backupsDir, by: SYSTEM, at, gentle: false });
    if (!planned.ok) return refusedWith(store, from, planned.refusal);
    const kept = existsSync(store) ? join(dirname(store), planned.value.replaced) : undefined;
    const end = await finishRestore(store, mode);
    if (end?.problem) return refusedWith(store, from, { code: 'BACKUP_FAILED', message: end.problem, next: 'The store is as it was.' });
    const replaced = kept ? `The store that it replaces is kept as ${kept}.` : 'There was no store that it could replace.';
    return { ok: true, store, file: from, lines: [`Put back ${from}`, `as ${store}.`, replaced], refusal: null };
  }
}

/** What a file says it is; undefined when it does not say, which is refused later and in better words. */
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
