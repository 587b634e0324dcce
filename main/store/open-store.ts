import { placed } from './checks/check-store.ts';
import { type Database, StoreError } from './database.ts';
import { Locators } from './locators.ts';
import { type MigrateOptions, migrate } from './migrate.ts';
import { SqliteDatabase, type SqliteOptions, storeError } from './sqlite.ts';
import { readMeta, writeMeta } from './tables/meta-table.ts';

export type StoreMode = 'training' | 'live';

export interface OpenStoreOptions {
  /** As `SqliteOptions.file`. */
  readonly file: SqliteOptions['file'];
  readonly mode: StoreMode;
  /** Random values and time for a new store. Not used when the store exists. */
  readonly fresh: { readonly storeId: string; readonly locatorKey: number; readonly madeAt: number };
  readonly cacheMiB?: number;
}

/** The same for a store on the disk, which other threads and a later start can open. */
export type StoreFileOptions = OpenStoreOptions & { readonly file: string };

/** A store that is open and migrated. */
export interface OpenStore {
  readonly db: Database;
  readonly locators: Locators;
  readonly storeId: string;
}

/** Opens or makes a store, brings it to this version. Throws StoreError: newer, corrupt, read-only, full. */
export async function openStore(
  { file, mode, fresh, cacheMiB }: OpenStoreOptions,
  progress?: MigrateOptions['progress'],
): Promise<OpenStore> {
  let db: SqliteDatabase | undefined;
  try {
    db = new SqliteDatabase({ file, ...(cacheMiB === undefined ? {} : { cacheMiB }) });
    await migrate(db, progress ? { progress } : {});
    if ((await readMeta(db, 'store_id')) === undefined) await stamp(db, mode, fresh);
    const made = await readMeta(db, 'mode');
    if (made !== mode) throw new StoreError('failed', `This is a ${made} store, not a ${mode} one.`);
    return { db, locators: await readLocators(db), storeId: (await readMeta(db, 'store_id')) ?? '' };
  } catch (error) {
    const { trouble, message } = storeError(error);
    const told = trouble === 'corrupt' ? new StoreError('corrupt', placed(db, message), { cause: error }) : error;
    db?.close();
    throw told;
  }
}

async function stamp(db: Database, mode: StoreMode, fresh: OpenStoreOptions['fresh']): Promise<void> {
  await db.begin();
  await writeMeta(db, 'store_id', fresh.storeId);
  await writeMeta(db, 'mode', mode);
  await writeMeta(db, 'locator_key', String(fresh.locatorKey));
  await writeMeta(db, 'made_at', String(fresh.madeAt));
  await db.commit();
}

/** Opens an existing store for reading only: no migration, and no locks that stop the writer. */
export async function openForReading(file: string, cacheMiB?: number): Promise<{ db: Database; locators: Locators }> {
  const db = new SqliteDatabase({ file, readOnly: true, ...(cacheMiB === undefined ? {} : { cacheMiB }) });
  return { db, locators: await readLocators(db) };
}

async function readLocators(db: Database): Promise<Locators> {
  return new Locators(Number(await readMeta(db, 'locator_key')) >>> 0);
}
