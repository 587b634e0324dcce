import { existsSync } from 'node:fs';
import { chooseMode, storeFile } from '../boot/choose-mode.ts';
import type { Locators } from '../store/locators.ts';
import { SCHEMA_VERSION } from '../store/migrate.ts';
import { openForReading } from '../store/open-store.ts';
import type { SnapshotDatabase } from '../store/sliced-reads.ts';
import { refusedWith, type StoreCommand, type StoreResult, storeMissing } from './store-command.ts';

export interface StoreReads {
  readonly store: string;
  readonly db: SnapshotDatabase;
  readonly locators: Locators;
}

/** Reads the store as it is on the disk, in one snapshot, whether or not a hub has it open. Nothing is written. */
export async function readStore<Result extends StoreResult>(
  command: StoreCommand,
  read: (reads: StoreReads) => Promise<Result>,
): Promise<Result | StoreResult> {
  const store = storeFile(command.dataDir, chooseMode(command.dataDir, command.mode));
  if (!existsSync(store)) return refusedWith(store, null, storeMissing(store));
  const { db, locators } = await openForReading(store, 1);
  try {
    return await db.snapshot(async () => {
      const { version = 0 } = (await db.query<{ version: number }>('SELECT max(version) AS version FROM schema_version').get()) ?? {};
      if (version !== SCHEMA_VERSION) return refusedWith(store, null, OTHER_VERSION);
      return read({ store, db, locators });
    });
  } finally {
    db.close();
  }
}

const OTHER_VERSION = {
  code: 'STORE_OTHER_VERSION',
  message: 'Another version of Aisle has made this store.',
  next: 'Start the hub of this version once, which brings an older store up to date; a newer one needs its own version.',
};
