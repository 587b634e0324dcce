import { claimName } from './claim-name.ts';
import { StoreError } from './database.ts';
import { holdExclusively } from './sqlite.ts';

/**
 * Keeps a second Aisle from opening the same store. Rejects with `busy` when another has it.
 * 1. The lock is a second, empty database that this process holds open exclusively. The operating system releases it when the process ends,
 *    however it ends. A power cut would leave behind a file with a process id in it.
 * 2. Somebody may delete the file of the lock by hand, and a second Aisle would then lock a new one. So a name of the operating system is
 *    taken too, which nobody can delete (claimName).
 */
export async function lockStore(file: string): Promise<{ release(): void }> {
  const lock = lockFile(file);
  const name = await claimName(file);
  if (!name) {
    lock.release();
    throw new StoreError('busy', IN_USE);
  }
  return {
    release() {
      name.release();
      lock.release();
    },
  };
}

const IN_USE = 'Another Aisle has this store open.';

function lockFile(file: string): { release(): void } {
  try {
    return holdExclusively(`${file}.lock`);
  } catch (error) {
    const trouble = error instanceof StoreError ? error.trouble : 'failed';
    if (trouble === 'busy') throw new StoreError('busy', IN_USE, { cause: error });
    if (trouble === 'full') throw error;
    throw new StoreError('read-only', `The folder of ${file} cannot be written.`, { cause: error });
  }
}
