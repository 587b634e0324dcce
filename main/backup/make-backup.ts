import { closeSync, existsSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Instant, later, SECOND_MS } from '../../shared/instants.ts';
import type { BackupKind, BackupSettings } from '../../shared/methods/backups.ts';
import { accept, type Reply, refuse } from '../../shared/refusals.ts';
import type { StoreMode } from '../store/open-store.ts';
import { takeFolder } from './backup-folder.ts';
import { backupName, partName } from './backup-names.ts';
import type { RunBackupTask, TaskEnd, TaskStep } from './backup-task.ts';
import { noRoom, roomProblem, storeBytes } from './disk-room.ts';
import { backupNames } from './list-backups.ts';
import { clearReplaced } from './replaced-stores.ts';
import { whichStay } from './rotation.ts';
import { syncFolder } from './sync-folder.ts';

export interface MakeBackup {
  readonly store: string;
  readonly mode: StoreMode;
  readonly folder: string;
  readonly kind: BackupKind;
  readonly at: Instant;
  /** A file name that a person chose, for a backup that is not listed with the others. */
  readonly name?: string;
  /** Whether people may be selling meanwhile. */
  readonly gentle: boolean;
  /** Which backups stay in the folder when this one is done; undefined: all. */
  readonly keep?: Pick<BackupSettings, 'hourlyKept' | 'dailyKept'>;
  readonly signal: AbortSignal;
  readonly run: RunBackupTask;
  progress(step: TaskStep): void;
}

export interface MadeBackup {
  readonly file: string;
  /** Stores that restores had replaced and that were removed now, because they were too old or too many. */
  readonly cleared: readonly string[];
}

/**
 * Makes one verified backup. It is copied under a `.part` name, checked and synced, and only then gets its own name. Then the backups that
 * rotation drops are removed. Returns its file name. Refuses BACKUP_RUNNING, BACKUP_FOLDER, BACKUP_NO_ROOM, BACKUP_STOPPED,
 * BACKUP_FAILED; then nothing of it is left.
 */
export async function makeBackup(wanted: MakeBackup): Promise<Reply<MadeBackup>> {
  const { folder, mode, store } = wanted;
  const bytes = existsSync(store) ? storeBytes(store) : 0;
  const taken = takeFolder(folder, mode, bytes);
  if (!taken.ok) return taken;
  try {
    const crowded = roomProblem(folder, bytes);
    if (crowded) return crowded;
    const file = freeName(wanted);
    const part = join(folder, partName(file));
    try {
      closeSync(openSync(part, 'wx', 0o600));
      const end = await wanted.run({ task: 'backup', store, to: part, gentle: wanted.gentle }, wanted.signal, wanted.progress);
      const refused = backupRefusal(end, folder, bytes);
      if (refused) return refused;
      renameSync(part, join(folder, file));
      syncFolder(folder);
    } finally {
      for (const left of readdirSync(folder)) if (left.startsWith(basename(part))) rmSync(join(folder, left));
    }
    return accept({ file, cleared: rotate(wanted, file) });
  } catch (error) {
    return refuse('BACKUP_FAILED', { problem: error instanceof Error ? error.message : String(error) });
  } finally {
    taken.value.release();
  }
}

/** A name that no other backup has, even when two are made within a second. */
function freeName({ folder, mode, kind, at, name }: MakeBackup): string {
  let time = at;
  while (!name && existsSync(join(folder, backupName(mode, time, kind)))) time = later(time, SECOND_MS);
  return name ?? backupName(mode, time, kind);
}

/** The refusal for a copy that failed, or undefined when it is good. */
function backupRefusal(end: TaskEnd | { readonly ended: 'stopped' }, folder: string, bytes: number) {
  if (end.ended === 'well') return undefined;
  if (end.ended === 'stopped') return refuse('BACKUP_STOPPED');
  if (end.ended === 'trouble' && end.trouble === 'full') return noRoom(folder, bytes);
  const damaged = end.ended === 'damaged' ? 'its copy did not pass the check, so it was removed: ' : '';
  return refuse('BACKUP_FAILED', { problem: damaged + (end.ended === 'trouble' ? end.message : end.problem) });
}

/** Removes the backups, and the stores that restores replaced, which need not be kept any more. Returns the names of those stores. */
function rotate({ store, folder, mode, keep, at }: MakeBackup, made: string): string[] {
  if (!keep) return [];
  const names = backupNames(folder, mode);
  const stay = whichStay(names, keep, at);
  for (const { file } of names) if (file !== made && !stay.has(file)) rmSync(join(folder, file));
  return clearReplaced(store, mode, at).map(({ file }) => file);
}
