import { SqliteDatabase } from '../../main/store/sqlite.ts';

/** What a run has opened, which runs on SQLite. */
export const asSqlite = (db: unknown): SqliteDatabase => {
  if (db instanceof SqliteDatabase) return db;
  throw new Error('the simulation runs on SQLite');
};
