import { dirname, join } from 'node:path';
import { CLOCK_STEP_MS_MAX } from '../../shared/bounds.ts';
import { instant } from '../../shared/instants.ts';
import { forgetDamage } from '../store/checks/damage-mark.ts';
import { LAST_BOOKING_NUMBER } from '../store/locators.ts';
import { openStore, type StoreMode } from '../store/open-store.ts';
import { storeError } from '../store/sqlite.ts';
import { appendEvent, eventsAfter, journalEnd } from '../store/tables/journal-table.ts';
import { writeMeta } from '../store/tables/meta-table.ts';
import { numbersGiven } from './numbers-given.ts';
import { clearStaged, planFile, type RestorePlan, readPlan, stagedFile } from './restore-plan.ts';
import { diskFiles, type StoreFiles } from './store-files.ts';

/** Numbers left out after those that the replaced store is known to have given, and after those that can only be guessed. */
const MARGIN_KNOWN = { booking: 1_000, event: 1_000 };
const MARGIN_GUESSED = { booking: 1_000_000, event: 1_000_000 };

/** A restore that was carried through, or, with `problem`, given up with the store as it was. */
export interface RestoreEnd {
  readonly plan: RestorePlan;
  readonly problem?: string;
}

/**
 * Carries a planned restore through; must be called under the store's lock before anything opens the store. Each step can be done again:
 * 1. the laid out copy gets its numbers and its entry in the journal, in one transaction;
 * 2. the replaced store is renamed, its log first: a log must never lie beside a store that is not its own;
 * 3. the copy is renamed into the store's place;
 * 4. the plan is removed.
 * So wherever it breaks off, there is either the old store or the new one, and the plan says what is left to do.
 */
export async function finishRestore(store: string, mode: StoreMode, files: StoreFiles = diskFiles): Promise<RestoreEnd | undefined> {
  const plan = readPlan(store, files);
  if (!plan) {
    clearStaged(store, files);
    return undefined;
  }
  const staged = stagedFile(store);
  if (files.exists(staged)) {
    try {
      await leaveNumbersOut(store, staged, mode, plan);
    } catch (error) {
      // Nothing was moved yet. Once something was, only the new store can open; then this is what is wrong with it.
      if (!files.exists(store)) throw error;
      files.remove(planFile(store));
      clearStaged(store, files);
      return { plan, problem: storeError(error).message };
    }
    const replaced = join(dirname(store), plan.replaced);
    for (const suffix of ['-wal', '']) if (files.exists(store + suffix)) files.move(store + suffix, replaced + suffix);
    files.remove(`${store}-shm`);
    files.move(staged, store);
    forgetDamage(store);
  }
  files.remove(planFile(store));
  return { plan };
}

/**
 * What the replaced store gave out is never given out again: a passenger may hold its locators and a console may have heard its events.
 * So bookings and the journal go on from numbers past them; the entry that leaves the gap says why, and is chained as any other.
 */
async function leaveNumbersOut(store: string, staged: string, mode: StoreMode, plan: RestorePlan): Promise<void> {
  const { db } = await openStore({ file: staged, mode, fresh: { storeId: '', locatorKey: 0, madeAt: 0 } });
  try {
    const end = await journalEnd(db);
    const [last] = await eventsAfter(db, end.event - 1, 1);
    if (last?.type === 'store.restored' && JSON.parse(last.data).replaced === plan.replaced) return;
    const known = await numbersGiven(store);
    const margin = known ? MARGIN_KNOWN : MARGIN_GUESSED;
    const own = (await db.query<{ id: number | null }>('SELECT max(id) AS id FROM bookings').get())?.id ?? 0;
    // Near the end of the numbers there is no room for the margin. Then the store holds no more seats, but what was sold can be read and cancelled.
    const booking = Math.min(Math.max(own, known?.booking ?? 0, plan.atLeast.booking) + margin.booking, LAST_BOOKING_NUMBER);
    const event = Math.max(end.event, known?.event ?? 0, plan.atLeast.event) + margin.event;
    await db.begin();
    await writeMeta(db, 'numbers_given', String(booking));
    await db.change("DELETE FROM meta WHERE key = 'backup_bookings'").run();
    // A computer's clock that is days ahead of the backup is confirmed on the screen, when the hub starts on this store.
    const believed = plan.hubTime || plan.at - end.at <= CLOCK_STEP_MS_MAX;
    const at = instant(believed ? Math.max(plan.at, end.at) : end.at);
    const data = { file: plan.file, madeAt: plan.madeAt, replaced: plan.replaced };
    await appendEvent(db, { ...end, event }, at, { ...plan.by, role: 'supervisor' }, 'store.restored', data);
    await db.commit();
  } finally {
    // Closing puts what the log holds into the file, which is renamed alone.
    await db.close();
  }
}
