import type { SqliteDatabase } from '../../main/store/sqlite.ts';
import { Failure } from './failure.ts';

/** A reply may only be trusted if a commit is synced before it is answered: this the copied files cannot tell, so it is asked. */
export function mustSync(db: SqliteDatabase): void {
  const [sync] = db.pragma('synchronous') as { synchronous: number }[];
  const [mode] = db.pragma('journal_mode') as { journal_mode: string }[];
  if (sync?.synchronous !== 2 || mode?.journal_mode !== 'wal')
    throw new Failure('not synced', `synchronous is ${sync?.synchronous}, the journal ${mode?.journal_mode}`);
}
