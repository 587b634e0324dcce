import type { ReadDatabase } from './database.ts';

const LAST = {
  offers: 'SELECT max(id) AS id FROM offers',
  refunds: 'SELECT max(id) AS id FROM refunds',
};
type Numbered = keyof typeof LAST;

/**
 * The last number of a row in tables whose numbers count up by one, kept in memory: only the writer writes, and a statement that asks would end the
 * writing of many rows together. Whoever undoes something forgets them.
 */
const knownBy = new WeakMap<ReadDatabase, Map<Numbered, number>>();

/** The last number that was given; 0 before the first. */
export async function lastId(db: ReadDatabase, table: Numbered): Promise<number> {
  const known = knownBy.get(db)?.get(table);
  if (known !== undefined) return known;
  const last = (await db.query<{ id: number | null }>(LAST[table]).get())?.id ?? 0;
  knowLastId(db, table, last);
  return last;
}

/** Must be called with each row that gets the next number. */
export function knowLastId(db: ReadDatabase, table: Numbered, id: number): void {
  const known = knownBy.get(db);
  if (known) known.set(table, id);
  else knownBy.set(db, new Map([[table, id]]));
}

/** Must be called after something was undone. */
export const forgetLastIds = (db: ReadDatabase): boolean => knownBy.delete(db);
