import { checkInPieces } from '../store/checks/check-store.ts';
import { SqliteDatabase, storeError } from '../store/sqlite.ts';

/** Checks a whole store that nobody writes: its file, journal, bookings and seats. Returns the first problem, without a full stop. */
export async function checkCopy(file: string, between: () => void): Promise<string | undefined> {
  try {
    const db = new SqliteDatabase({ file, readOnly: true, cacheMiB: 8 });
    try {
      return (await checkInPieces(db, between))?.replace(/\.$/, '');
    } finally {
      db.close();
    }
  } catch (error) {
    return storeError(error).message;
  }
}
