import type { ReadDatabase } from './database.ts';

/**
 * A read that is done once for each state of the store, for what is small, is needed by every search, and seldom changes. A hub that sells commits some 150 times a
 * second, and answers eight searches between two commits. Where a connection may write it is read each time.
 */
export function untilCommit<Read>(read: (db: ReadDatabase) => Promise<Read>): (db: ReadDatabase) => Promise<Read> {
  const known = new WeakMap<ReadDatabase, { readonly commits: number; readonly read: Read }>();
  return async (db) => {
    const commits = await db.commits();
    if (commits === undefined) return read(db);
    const before = known.get(db);
    if (before?.commits === commits) return before.read;
    const now = await read(db);
    known.set(db, { commits, read: now });
    return now;
  };
}
