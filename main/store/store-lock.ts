import Sqlite from 'better-sqlite3';
import { StoreError } from './database.ts';

/**
 * Keeps a second Aisle off the same store. The lock is one that the operating system itself gives up when the process
 * ends, however it ends; a file with a process number in it would outlive a pulled plug.
 */
export function lockStore(file: string): { release(): void } {
  let db: Sqlite.Database;
  try {
    db = new Sqlite(`${file}.lock`, { timeout: 0 });
  } catch (error) {
    throw new StoreError('read-only', `The folder of ${file} cannot be written.`, { cause: error });
  }
  try {
    db.pragma('journal_mode = DELETE');
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('SQLITE_BUSY')) throw new StoreError('busy', 'Another Aisle has this store open.', { cause: error });
    throw new StoreError('read-only', `The folder of ${file} cannot be written.`, { cause: error });
  }
  return {
    release: () => {
      if (db.open) db.close();
    },
  };
}
