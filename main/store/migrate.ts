import { assert } from '../../shared/assert.ts';
import { type Database, StoreError } from './database.ts';
import { first } from './migrations/001-first.ts';
import { shortReplies } from './migrations/002-short-replies.ts';
import { jobs } from './migrations/003-jobs.ts';
import { vouchers } from './migrations/004-vouchers.ts';

/** In order; a number once released never changes its text. */
export const MIGRATIONS: readonly string[] = [first, shortReplies, jobs, vouchers];

export const SCHEMA_VERSION = MIGRATIONS.length;

/** Brings a store to this version, each step in a transaction of its own. A newer store is refused, untouched. `steps`: those of another version, for tests. */
export async function migrate(db: Database, steps: readonly string[] = MIGRATIONS): Promise<void> {
  await db.script('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL) STRICT');
  const row = await db.query<{ version: number | null }>('SELECT max(version) AS version FROM schema_version').get();
  const from = row?.version ?? 0;
  if (from > steps.length) throw new StoreError('newer', `The store has version ${from}; this Aisle knows up to ${steps.length}.`);
  for (let version = from + 1; version <= steps.length; version++) {
    const script = steps[version - 1];
    assert(script !== undefined, `no migration ${version}`);
    await db.begin();
    try {
      await db.script(script);
      await db.change('INSERT INTO schema_version (version) VALUES (?)').run(version);
      await db.commit();
    } catch (error) {
      if (db.inTransaction) await db.rollback();
      // What has been tried on every version before fails only on a store that is not of the version that it says.
      if (error instanceof StoreError && error.trouble === 'failed')
        throw new StoreError('corrupt', `it is not of the version ${version - 1} that it says: ${error.message}`, { cause: error });
      throw error;
    }
  }
}
