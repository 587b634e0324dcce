import { StoreError } from './database.ts';
import { holdExclusively } from './sqlite.ts';

/**
 * Keeps a second Aisle off the same store. The lock is one that the operating system itself gives up when the process
 * ends, however it ends; a file with a process number in it would outlive a pulled plug.
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
