import { SqliteDatabase } from '../store/sqlite.ts';
import { journalEnd } from '../store/tables/journal-table.ts';
import { readMeta } from '../store/tables/meta-table.ts';
import type { NumbersGiven } from './restore-plan.ts';

/** The last numbers that a store gave, or undefined when it is missing or cannot be read. Opens the store for reading alone. */
export async function numbersGiven(store: string): Promise<NumbersGiven | undefined> {
  try {
    const db = new SqliteDatabase({ file: store, readOnly: true, cacheMiB: 1 });
    try {
      const newest = await db.query<{ id: number | null }>('SELECT max(id) AS id FROM bookings').get();
      const before = Number((await readMeta(db, 'numbers_given')) ?? 0);
      return { booking: Math.max(newest?.id ?? 0, before), event: (await journalEnd(db)).event };
    } finally {
      db.close();
    }
  } catch {
    return undefined;
  }
}
