import type { ReadDatabase } from '../store/database.ts';
import { SqliteDatabase } from '../store/sqlite.ts';
import { journalEnd } from '../store/tables/journal-table.ts';
import { readMeta } from '../store/tables/meta-table.ts';
import { lastZs, zsGiven } from '../store/tables/shifts-table.ts';
import type { NumbersGiven } from './restore-plan.ts';

/** The last numbers that a store gave, or undefined when it is missing or cannot be read. Opens the store for reading alone. */
export async function numbersGiven(store: string): Promise<NumbersGiven | undefined> {
  try {
    const db = new SqliteDatabase({ file: store, readOnly: true, cacheMiB: 1 });
    try {
      const newest = await db.query<{ id: number | null }>('SELECT max(id) AS id FROM bookings').get();
      const before = Number((await readMeta(db, 'numbers_given')) ?? 0);
      return { booking: Math.max(newest?.id ?? 0, before), event: (await journalEnd(db)).event, zs: await zsOf(db) };
    } finally {
      db.close();
    }
  } catch {
    return undefined;
  }
}

/** The last Z that each desk gave in a store, or before it in one that it replaced. */
export async function zsOf(db: ReadDatabase): Promise<Readonly<Record<string, number>>> {
  const known = await db.query("SELECT 1 FROM sqlite_schema WHERE name = 'shift_closes'").get();
  // A store of an older version has no shifts.
  return known ? mostZs(await zsGiven(db), Object.fromEntries((await lastZs(db)).map(({ desk, z }) => [desk, z]))) : {};
}

/** The highest number of each desk. */
export function mostZs(...given: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const most: Record<string, number> = {};
  for (const [desk, z] of given.flatMap((zs) => Object.entries(zs))) most[desk] = Math.max(most[desk] ?? 0, z);
  return most;
}
