import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { accept, refuse } from '../../shared/refusals.ts';
import { StoreError } from '../store/database.ts';
import type { StoreMode } from '../store/open-store.ts';
import { holdExclusively } from '../store/sqlite.ts';
import { isLeftover } from './backup-names.ts';
import { noRoom } from './disk-room.ts';

const PROBLEMS: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written by this user',
  EPERM: 'it may not be written by this user',
  EROFS: 'its disk can only be read',
  ENOTDIR: 'it is no folder',
  EEXIST: 'it is no folder',
  ENOENT: 'it is not there',
  ENOSPC: 'its disk is full',
};

function problemOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return PROBLEMS[code] ?? (code || 'it cannot be reached');
}

/** Why a folder cannot be used, as a refusal. */
export const folderRefused = (folder: string, error: unknown) => refuse('BACKUP_FOLDER', { folder, problem: problemOf(error) });

/**
 * Why nothing can be written in a folder, in words; undefined: something can, or the folder can be made. `isFile`: a file stands in its place. It is tried where
 * the folder is or would be made, and nothing is left there.
 */
export function folderFault(folder: string): { readonly problem: string; readonly isFile: boolean } | undefined {
  let nearest = folder;
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  try {
    if (!statSync(nearest).isDirectory()) return { problem: 'it is no folder', isFile: true };
    rmdirSync(mkdtempSync(join(nearest, '.aisle-')));
    return undefined;
  } catch (error) {
    return { problem: problemOf(error), isFile: false };
  }
}

/** Makes folders level by level. Node's own recursive call never returns where a folder allows no folders in it. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

/**
 * Locks the folder, so that one process makes one backup in it at a time, and removes what a killed backup left. Refuses when there is no
 * room for so many bytes. A folder that is made here can be read by this account alone, because backups hold passengers' names.
 */
export function takeFolder(folder: string, mode: StoreMode, bytes: number) {
  let lock: { release(): void };
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
    closeSync(openSync(join(folder, `${mode}.lock`), 'a', 0o600));
  } catch (error) {
    return folderRefused(folder, error);
  }
  try {
    lock = holdExclusively(join(folder, `${mode}.lock`));
  } catch (error) {
    if (error instanceof StoreError && error.trouble === 'busy') return refuse('BACKUP_RUNNING');
    if (error instanceof StoreError && error.trouble === 'full') return noRoom(folder, bytes);
    return folderRefused(folder, error);
  }
  for (const file of readdirSync(folder)) if (isLeftover(file, mode)) rmSync(join(folder, file));
  return accept(lock);
}
