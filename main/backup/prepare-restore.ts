import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Instant, later, SECOND_MS } from '../../shared/instants.ts';
import { accept, type Reply, refuse } from '../../shared/refusals.ts';
import type { Actor } from '../actor.ts';
import type { StoreMode } from '../store/open-store.ts';
import { SqliteDatabase } from '../store/sqlite.ts';
import { readMeta } from '../store/tables/meta-table.ts';
import { readBackupName } from './backup-names.ts';
import type { RunBackupTask, TaskEnd, TaskStep } from './backup-task.ts';
import { noRoom, roomProblem, storeBytes } from './disk-room.ts';
import { backupNames } from './list-backups.ts';
import { mostZs, numbersGiven } from './numbers-given.ts';
import { replacedName } from './replaced-stores.ts';
import { clearStaged, type NumbersGiven, planFile, type RestorePlan, stagedFile } from './restore-plan.ts';
import { diskFiles, type StoreFiles } from './store-files.ts';

/** The payments of a hub that is open. */
export interface PaymentStop {
  /** References that the terminal is being asked about. */
  readonly asked: ReadonlySet<string>;
  /** Takes no new payment from now on. False, and nothing is changed, while a card is being asked. */
  stopUnlessAsked(): boolean;
  /** Takes payments again, when the restore that they were stopped for was given up. */
  goOn(): void;
}

export interface PrepareRestore {
  readonly store: string;
  readonly mode: StoreMode;
  /** The backup's whole path. */
  readonly from: string;
  /** The folder of the other backups, which know what numbers were given out. */
  readonly folder: string;
  readonly by: Pick<Actor, 'user' | 'desk'>;
  readonly at: Instant;
  /** Whether `at` is a hub's time. The clock of a computer may be wrong. */
  readonly hubTime: boolean;
  /** Whether somebody may be selling meanwhile. */
  readonly gentle: boolean;
  readonly signal: AbortSignal;
  readonly files?: StoreFiles;
  readonly run: RunBackupTask;
  /** Undefined where no hub is open, so that no card can be asked. */
  readonly payments?: PaymentStop;
  progress(step: TaskStep): void;
}

/**
 * Copies a backup beside the store, migrates the copy to this version, checks it, and writes the plan that makes it take the store's place.
 * `finishRestore` does the rest before the store is opened next. What is sold after this would be lost, so the caller must close the hub
 * at once. Refuses CARD_ASKED, BACKUP_UNKNOWN, BACKUP_DAMAGED, BACKUP_NEWER, BACKUP_FOREIGN, BACKUP_NO_ROOM, BACKUP_STOPPED,
 * BACKUP_FAILED; then the store is as it was.
 */
export async function prepareRestore(wanted: PrepareRestore): Promise<Reply<RestorePlan>> {
  const { store, mode, from, files = diskFiles } = wanted;
  const file = basename(from);
  if (!statSync(from, { throwIfNoEntry: false })?.isFile()) return refuse('BACKUP_UNKNOWN', { file });
  try {
    const crowded = roomProblem(dirname(store), storeBytes(from));
    if (crowded) return crowded;
    clearStaged(store, files);
    const to = stagedFile(store);
    closeSync(openSync(to, 'wx', 0o600));
    const storeId = await storeIdOf(store);
    const end = await wanted.run({ task: 'restore', from, to, mode, storeId, gentle: wanted.gentle }, wanted.signal, wanted.progress);
    const refused = restoreRefusal(end, file, store, from);
    if (refused) {
      clearStaged(store, files);
      return refused;
    }
    const plan: RestorePlan = {
      file,
      madeAt: readBackupName(file)?.at ?? Math.floor(statSync(from).mtimeMs),
      replaced: freeName(store, mode, wanted.at),
      by: wanted.by,
      at: wanted.at,
      hubTime: wanted.hubTime,
      atLeast: await givenAtLeast(wanted.folder, mode),
    };
    // Nobody may pay from here to the end of this hub.
    if (wanted.payments?.stopUnlessAsked() === false) {
      clearStaged(store, files);
      return refuse('CARD_ASKED');
    }
    files.write(planFile(store), JSON.stringify(plan));
    return accept(plan);
  } catch (error) {
    wanted.payments?.goOn();
    return refuse('BACKUP_FAILED', { problem: error instanceof Error ? error.message : String(error) });
  }
}

async function storeIdOf(store: string): Promise<string | undefined> {
  try {
    const db = new SqliteDatabase({ file: store, readOnly: true, cacheMiB: 1 });
    try {
      return await readMeta(db, 'store_id');
    } finally {
      db.close();
    }
  } catch {
    // A store that is missing or does not open is a usual reason for a restore.
    return undefined;
  }
}

async function givenAtLeast(folder: string, mode: StoreMode): Promise<NumbersGiven> {
  let most: NumbersGiven = { booking: 0, event: 0, zs: {} };
  for (const { file } of backupNames(folder, mode)) {
    const given = await numbersGiven(join(folder, file));
    if (!given) continue;
    const zs = mostZs(most.zs ?? {}, given.zs ?? {});
    most = { booking: Math.max(most.booking, given.booking), event: Math.max(most.event, given.event), zs };
  }
  return most;
}

function freeName(store: string, mode: StoreMode, at: Instant): string {
  let time = at;
  const name = (): string => replacedName(mode, time);
  while (existsSync(join(dirname(store), name()))) time = later(time, SECOND_MS);
  return name();
}

function restoreRefusal(end: TaskEnd | { readonly ended: 'stopped' }, file: string, store: string, from: string) {
  switch (end.ended) {
    case 'well':
      return undefined;
    case 'stopped':
      return refuse('BACKUP_STOPPED');
    case 'damaged':
      return refuse('BACKUP_DAMAGED', { file, problem: end.problem });
    case 'unfit':
      if (end.why === 'newer') return refuse('BACKUP_NEWER', { file });
      return refuse(end.why === 'foreign' ? 'BACKUP_FOREIGN' : 'BACKUP_DAMAGED', { file, problem: end.problem });
    case 'trouble':
      if (end.trouble === 'full') return noRoom(dirname(store), storeBytes(from));
      return refuse('BACKUP_FAILED', { problem: end.message });
  }
}
