import { dirname, join } from 'node:path';
import { CLOCK_STEP_MS_MAX } from '../../shared/bounds.ts';
import { instant } from '../../shared/instants.ts';
import { forgetDamage } from '../store/checks/damage-mark.ts';
import { LAST_BOOKING_NUMBER } from '../store/locators.ts';
import { openStore, type StoreMode } from '../store/open-store.ts';
import { storeError } from '../store/sqlite.ts';
import { appendEvent, eventsAfter, journalEnd } from '../store/tables/journal-table.ts';
import { writeMeta } from '../store/tables/meta-table.ts';
import { mostZs, numbersGiven, zsOf } from './numbers-given.ts';
import { clearStaged, planFile, type RestorePlan, readPlan, stagedFile } from './restore-plan.ts';
import { diskFiles, type StoreFiles } from './store-files.ts';

/** How many numbers are left out after the last ones that the replaced store gave: when they are known, and when they are guessed. */
const MARGIN_KNOWN = { booking: 1_000, event: 1_000 };
const MARGIN_GUESSED = { booking: 1_000_000, event: 1_000_000 };

/** A restore that was finished. With `problem` it was given up, and the store is as it was. */
export interface RestoreEnd {
  readonly plan: RestorePlan;
  readonly problem?: string;
}

/**
 * Finishes a planned restore. Must be called under the store's lock, before anything opens the store.
 *
 * The problem: a restore replaces several files (the store, its log, its shared memory), and the power can fail between any two of them. A
 * log beside a store that is not its own would corrupt that store. So a restore is a plan on the disk, and every start finishes it before
 * it opens the store. Each step can be done again:
 * 1. The prepared copy gets its numbers and its entry in the journal, in one transaction.
 * 2. The replaced store is renamed, its log first.
 * 3. The copy is renamed to the name of the store.
 * 4. The plan is removed.
 * Wherever this is interrupted, there is either the old store or the new one, and the plan says what is left to do.
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
      // While the old store is still in its place, the restore can be given up. Later only the new store can be opened, so its error counts.
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
 * Leaves out the booking numbers, event numbers and Z numbers that the replaced store gave. A passenger may hold one of its locators, a console
 * may have heard its events, and its Zs are on paper, so they are never given again. The entry of the journal after the gap says why, and is chained as any other.
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
    // Near the last booking number there is no room for the margin. Then the store takes no more holds, but what was sold can be read and cancelled.
    const booking = Math.min(Math.max(own, known?.booking ?? 0, plan.atLeast.booking) + margin.booking, LAST_BOOKING_NUMBER);
    const event = Math.max(end.event, known?.event ?? 0, plan.atLeast.event) + margin.event;
    const ownZs = await zsOf(db);
    const zs = mostZs(ownZs, known?.zs ?? {}, plan.atLeast.zs ?? {});
    await db.begin();
    await writeMeta(db, 'numbers_given', String(booking));
    await writeMeta(db, 'zs_given', JSON.stringify(zs));
    await db.change("DELETE FROM meta WHERE key = 'backup_bookings'").run();
    // A computer's clock that is days ahead of the backup is confirmed on the screen, when the hub starts on this store.
    const believed = plan.hubTime || plan.at - end.at <= CLOCK_STEP_MS_MAX;
    const at = instant(believed ? Math.max(plan.at, end.at) : end.at);
    const zsLeftOut = Object.fromEntries(Object.entries(zs).filter(([desk, z]) => z > (ownZs[desk] ?? 0)));
    const data = { file: plan.file, madeAt: plan.madeAt, replaced: plan.replaced, zsLeftOut };
    await appendEvent(db, { ...end, event }, at, { ...plan.by, role: 'supervisor' }, 'store.restored', data);
    await db.commit();
  } finally {
    // Closing copies the log into the file, because the file alone is renamed.
    await db.close();
  }
}
