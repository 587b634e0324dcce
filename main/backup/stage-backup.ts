import { SCHEMA_VERSION } from '../store/migrate.ts';
import { openStore, type StoreMode } from '../store/open-store.ts';
import { SqliteDatabase, storeError } from '../store/sqlite.ts';
import { readMeta } from '../store/tables/meta-table.ts';
import { copyStore } from './copy-store.ts';

/** Why a file cannot take the place of a store, found out before it is checked for damage. */
export interface StageProblem {
  readonly why: 'damaged' | 'newer' | 'foreign';
  readonly problem: string;
}

export interface StageBackup {
  /** A backup, or a store that was replaced before, with its log beside it. */
  readonly from: string;
  /** Beside the store, so that it can be renamed into its place. Empty. */
  readonly to: string;
  readonly mode: StoreMode;
  /** The store that the backup must be of; undefined when there is no store to compare with. */
  readonly storeId: string | undefined;
  /** Whether somebody may be selling. */
  readonly gentle: boolean;
  progress(done: number, total: number): void;
}

/** Copies a backup beside the store that it will replace, and migrates the copy to this version. Throws StoreError when the disk is full. */
export async function stageBackup({ from, to, mode, storeId, gentle, progress }: StageBackup): Promise<StageProblem | undefined> {
  try {
    const unfit = await unfitness(from, mode, storeId);
    if (unfit) return unfit;
    await copyStore({ store: from, to, gentle, progress });
    const { db } = await openStore({ file: to, mode, fresh: { storeId: '', locatorKey: 0, madeAt: 0 } });
    await db.close();
    return undefined;
  } catch (error) {
    const { trouble, message } = storeError(error);
    if (trouble === 'corrupt') return { why: 'damaged', problem: message };
    throw error;
  }
}

/** Checked before anything is opened for writing, so that a file that is no backup of this store is never migrated. */
async function unfitness(file: string, mode: StoreMode, storeId: string | undefined): Promise<StageProblem | undefined> {
  const db = new SqliteDatabase({ file, readOnly: true, cacheMiB: 1 });
  try {
    const tables = await db.query<{ name: string }>("SELECT name FROM sqlite_master WHERE name IN ('meta', 'schema_version')").all();
    const of = tables.length === 2 ? await readMeta(db, 'store_id') : undefined;
    if (of === undefined) return { why: 'foreign', problem: 'it is no store of Aisle' };
    const made = await readMeta(db, 'mode');
    if (made !== mode) return { why: 'foreign', problem: `it is a ${made} store, not a ${mode} one` };
    if (storeId !== undefined && of !== storeId) return { why: 'foreign', problem: 'it was made from another store' };
    const schema = await db.query<{ version: number }>('SELECT max(version) AS version FROM schema_version').get();
    if ((schema?.version ?? 0) > SCHEMA_VERSION) return { why: 'newer', problem: `it has version ${schema?.version} of the store` };
    return undefined;
  } finally {
    db.close();
  }
}
