import type { ReadDatabase } from '../store/database.ts';

/** Number of the newest event that this snapshot knows; 0 in a new store. */
export async function newestEvent(db: ReadDatabase): Promise<number> {
  const row = await db.query<{ newest: number | null }>('SELECT max(event) AS newest FROM journal').get();
  return row?.newest ?? 0;
}
