import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { loadReference } from '../../../main/reference/load-reference.ts';
import { type OpenStore, openStore } from '../../../main/store/open-store.ts';
import { SqliteDatabase } from '../../../main/store/sqlite.ts';
import { DAY_MS } from '../../../shared/instants.ts';
import { addBenchUsers } from './add-bench-users.ts';
import { generateBookings } from './generate-bookings.ts';
import { generateFlights } from './generate-flights.ts';

export interface StoreRecipe {
  readonly seed: number;
  readonly flightsPerDay: number;
  readonly days: number;
  /** Days since 1970 of the first flights. Bookings were made in the hundred days that ended `BOOKED_DAYS_AHEAD` days before. */
  readonly firstDay: number;
  readonly bookings: number;
}

/** So long ahead of the first flight nothing is booked any more: for that time a store that was made once can be used. */
export const BOOKED_DAYS_AHEAD = 120;
const SOLD_DAYS = 100;
const FRESH = { storeId: 'bench', locatorKey: 7 };

/**
 * Makes a store by its recipe: the same recipe, the same rows. `flights`: a store of the same flights without bookings to go
 * on from. Until it is whole it has another name, so that one that broke off is never taken for one.
 */
export async function makeStore(file: string, recipe: StoreRecipe, flights?: string): Promise<void> {
  const { seed, flightsPerDay, days, firstDay, bookings } = recipe;
  const until = (firstDay - BOOKED_DAYS_AHEAD) * DAY_MS;
  const from = until - SOLD_DAYS * DAY_MS;
  const making = `${file}.making`;
  for (const name of [making, file]) removeStore(name);
  if (flights !== undefined) copyFileSync(flights, making);
  const store = await openStore({ file: making, mode: 'live', fresh: { ...FRESH, madeAt: from } });
  const db = inHaste(store);
  if (flights === undefined) {
    await addBenchUsers(db, from);
    await generateFlights(db, { flightsPerDay, days, firstDay, seed });
  }
  if (bookings > 0) await generateBookings(db, loadReference(), store.locators, { bookings, seed, from, until });
  db.pragma('journal_mode = WAL');
  db.close();
  const written = openSync(making, 'r+');
  fsyncSync(written);
  closeSync(written);
  renameSync(making, file);
}

/** A store that breaks off is thrown away, so nothing waits for the disk; and what is sorted may be larger than memory. */
function inHaste({ db }: OpenStore): SqliteDatabase {
  if (!(db instanceof SqliteDatabase)) throw new Error('stores are made with SQLite');
  for (const pragma of [
    'journal_mode = MEMORY',
    'synchronous = OFF',
    'locking_mode = EXCLUSIVE',
    'temp_store = FILE',
    'cache_size = -262144',
  ])
    db.pragma(pragma);
  return db;
}

export function removeStore(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) if (existsSync(file + end)) rmSync(file + end);
}
