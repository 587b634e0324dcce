import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { accept, type Refusal, type Reply } from '../../shared/refusals.ts';
import { finishRestore } from '../backup/finish-restore.ts';
import { type PrepareRestore, prepareRestore } from '../backup/prepare-restore.ts';
import { StoreError } from '../store/database.ts';
import { lockStore } from '../store/store-lock.ts';
import { startBackup } from '../threads/start-backup.ts';
import { bootError } from './boot-error.ts';

/** What was put back: where the replaced store is kept, undefined when there was none. */
export interface Replaced {
  readonly kept: string | undefined;
}

type Said = Omit<Refusal, 'code' | 'details'> & { readonly code: string };

/** Restores a backup in place of a store that nobody has open. Refuses as `prepareRestore` does, and when the store is in use. */
export async function replaceStore(
  wanted: Omit<PrepareRestore, 'hubTime' | 'gentle' | 'run'>,
): Promise<Extract<Reply<Replaced>, { ok: true }> | { readonly ok: false; readonly refusal: Said }> {
  const { store, mode } = wanted;
  try {
    mkdirSync(dirname(store), { recursive: true, mode: 0o700 });
    const lock = await lockStore(store);
    try {
      // A restore that was interrupted is finished first, so that the store that it replaced is kept.
      await finishRestore(store, mode);
      const planned = await prepareRestore({ ...wanted, run: startBackup, hubTime: false, gentle: false });
      if (!planned.ok) return planned;
      const kept = existsSync(store) ? join(dirname(store), planned.value.replaced) : undefined;
      const end = await finishRestore(store, mode);
      if (!end?.problem) return accept({ kept });
      return { ok: false, refusal: { code: 'BACKUP_FAILED', message: `${end.problem}.`, next: 'The store is as it was.' } };
    } finally {
      lock.release();
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const { sentence, advice } = bootError(error.trouble, store, error);
    const code = error.trouble === 'busy' ? 'STORE_IN_USE' : 'STORE_FAILED';
    return { ok: false, refusal: { code, message: sentence, next: advice } };
  }
}
