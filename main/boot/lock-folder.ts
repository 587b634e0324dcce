import { mkdirSync } from 'node:fs';
import { StoreError } from '../store/database.ts';
import { lockStore } from '../store/store-lock.ts';
import { bootError } from './boot-error.ts';

/** Makes the folder of the store if there is none, and locks the store in it. Throws BootError. */
export async function lockFolder(dataDir: string, file: string): Promise<{ release(): void }> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return await lockStore(file);
  } catch (error) {
    if (error instanceof StoreError) throw bootError(error.trouble, file, error);
    throw bootError('read-only', file, error instanceof Error ? error : new Error(String(error)));
  }
}
