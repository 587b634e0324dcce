import { closeSync, existsSync, mkdtempSync, openSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { refuse } from '../../shared/refusals.ts';
import type { TaskStep } from '../backup/backup-task.ts';
import { roomProblem, storeBytes } from '../backup/disk-room.ts';
import { chooseMode, storeFile } from '../boot/choose-mode.ts';
import { SCHEMA_VERSION } from '../store/migrate.ts';
import type { StoreMode } from '../store/open-store.ts';
import { SqliteDatabase } from '../store/sqlite.ts';
import { journalEnd } from '../store/tables/journal-table.ts';
import { readMeta } from '../store/tables/meta-table.ts';
import { startBackup } from '../threads/start-backup.ts';
import { refusedWith, runStoreCommand, type StoreCommand } from './store-command.ts';

export interface CheckCommand extends StoreCommand {
  /** A path, or the name of a backup in the folder of backups; undefined: the store itself, which may be in use. */
  readonly file: string | undefined;
}

/** Checks a whole store or backup, and says what was checked and what is wrong. Changes nothing. */
export function checkStore(command: CheckCommand): Promise<number> {
  return runStoreCommand(command, async (signal, progress) => {
    const store = storeFile(command.dataDir, chooseMode(command.dataDir, command.mode));
    const given = command.file ?? store;
    const file = existsSync(given) ? given : join(command.backupsDir, basename(given));
    if (!existsSync(file)) {
      const refusal = { code: 'FILE_UNREADABLE', message: `There is no file ${given}.`, next: 'Check the path.' };
      return refusedWith(store, given, refusal);
    }
    const looked = [`Checked ${file}, ${(statSync(file).size / 1_000_000).toFixed(1)} MB${await counts(file)}:`, ...WHAT_IS_CHECKED];
    const older = await modeOfOlder(file);
    const end = await (older
      ? checkOlder(file, older, existsSync(dirname(store)) ? dirname(store) : dirname(file), signal, progress)
      : startBackup({ task: 'check', file }, signal, progress));
    if ('refusal' in end) return refusedWith(store, file, end.refusal);
    if (end.ended === 'well') return { ok: true, store, file, lines: [...looked, 'No problem was found.'], refusal: null };
    if (end.ended === 'stopped') {
      const refusal = { code: 'BACKUP_STOPPED', message: 'The check was stopped before its end.', next: 'Start again when ready.' };
      return refusedWith(store, file, refusal);
    }
    const problem = end.ended === 'trouble' ? end.message : end.problem;
    const refusal = {
      code: 'STORE_DAMAGED',
      message: `Problem: ${problem}.`,
      next: 'Keep the file, and put a backup back: npm run aisle -- restore FILE',
    };
    return { ok: false, store, file, lines: [...looked, refusal.message, refusal.next], refusal };
  });
}

const WHAT_IS_CHECKED = [
  '  every page, table and index of the file',
  '  the journal: numbers, hashes, its end',
  '  bookings against the journal; their names, money and offers',
  '  seats: claims against bookings, counters against claims',
];

/** The mode of a store that an earlier version of Aisle left; undefined when it is of this version, or cannot say. */
async function modeOfOlder(file: string): Promise<StoreMode | undefined> {
  try {
    const db = new SqliteDatabase({ file, readOnly: true, cacheMiB: 1 });
    try {
      const schema = await db.query<{ version: number | null }>('SELECT max(version) AS version FROM schema_version').get();
      return (schema?.version ?? 0) < SCHEMA_VERSION ? ((await readMeta(db, 'mode')) as StoreMode | undefined) : undefined;
    } finally {
      db.close();
    }
  } catch {
    return undefined;
  }
}

/** Checks an older store as it would be used: a copy of it, migrated to this version. */
async function checkOlder(from: string, mode: StoreMode, beside: string, signal: AbortSignal, progress: (step: TaskStep) => void) {
  let scratch: string;
  try {
    const crowded = roomProblem(beside, storeBytes(from));
    if (crowded) return crowded;
    scratch = mkdtempSync(join(beside, 'check-'));
  } catch (error) {
    return refuse('BACKUP_FAILED', { problem: error instanceof Error ? error.message : String(error) });
  }
  try {
    const to = join(scratch, 'store.sqlite');
    closeSync(openSync(to, 'wx', 0o600));
    return await startBackup({ task: 'restore', from, to, mode, storeId: undefined, gentle: false }, signal, progress);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function counts(file: string): Promise<string> {
  try {
    const db = new SqliteDatabase({ file, readOnly: true, cacheMiB: 1 });
    try {
      const bookings = await db.query<{ count: number }>('SELECT count(*) AS count FROM bookings').get();
      return `, ${bookings?.count ?? 0} bookings and holds, journal up to ${(await journalEnd(db)).event}`;
    } finally {
      db.close();
    }
  } catch {
    // The check that follows says why.
    return '';
  }
}
