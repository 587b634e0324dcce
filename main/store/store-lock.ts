import { StoreError } from './database.ts';
import { holdExclusively } from './sqlite.ts';

/**
 * Keeps a second Aisle from opening the same store. The lock is a second, empty database that this process holds open exclusively. The
 * operating system releases it when the process ends, however it ends. A power cut would leave behind a file with a process id in it.
 */
export function lockStore(file: string): { release(): void } {
  try {
    return holdExclusively(`${file}.lock`);
  } catch (error) {
    const trouble = error instanceof StoreError ? error.trouble : 'failed';
    if (trouble === 'busy') throw new StoreError('busy', 'Another Aisle has this store open.', { cause: error });
    if (trouble === 'full') throw error;
    throw new StoreError('read-only', `The folder of ${file} cannot be written.`, { cause: error });
  }
}
