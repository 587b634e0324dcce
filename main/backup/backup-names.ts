import type { Instant } from '../../shared/instants.ts';
import type { BackupKind } from '../../shared/methods/backups.ts';
import type { StoreMode } from '../store/open-store.ts';

export interface BackupName {
  readonly file: string;
  readonly mode: StoreMode;
  readonly at: number;
  readonly kind: BackupKind;
}

const NAME = /^(live|training)-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)-(hourly|quit|asked)\.sqlite$/;

/** UTC to the second, without the colons that Windows forbids: `2026-11-21T14-05-09Z`. */
export const timeInName = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z`;

/** UTC milliseconds of a time in a name; undefined when it is none. */
export function timeOfName(text: string): number | undefined {
  const [, day, hours, minutes, seconds] = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z$/.exec(text) ?? [];
  const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`);
  return Number.isNaN(at) ? undefined : at;
}

export const backupName = (mode: StoreMode, at: Instant, kind: BackupKind): string => `${mode}-${timeInName(at)}-${kind}.sqlite`;

/** Kind and time of a backup, read from its name. Undefined for a file that is no finished backup. */
export function readBackupName(file: string): BackupName | undefined {
  const [, mode, time = '', kind] = NAME.exec(file) ?? [];
  const at = timeOfName(time);
  if (!mode || at === undefined) return undefined;
  return { file, mode: mode as StoreMode, at, kind: kind as BackupKind };
}

/** A backup has this name while it is made. It gets its own name when it is copied, checked and synced, so half a file is never taken for a backup. */
export const partName = (file: string): string => `${file}.part`;

/** Whether a file was left by an interrupted backup of this mode: the part itself, or one of SQLite's files beside it. */
export const isLeftover = (file: string, mode: StoreMode): boolean =>
  file.startsWith(`${mode}-`) && /\.part(-journal|-wal|-shm)?$/.test(file);
