import type { Instant } from '../../shared/instants.ts';
import type { BackupKind } from '../../shared/methods/backups.ts';
import type { StoreMode } from '../store/open-store.ts';

export interface BackupName {
  readonly file: string;
  readonly mode: StoreMode;
  readonly at: number;
  readonly kind: BackupKind;
}

const NAME = /^(live|training)-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z-(hourly|quit|asked)\.sqlite$/;

/** UTC to the second, without the colons that Windows forbids: `2026-11-21T14-05-09Z`. */
export const timeInName = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z`;

export const backupName = (mode: StoreMode, at: Instant, kind: BackupKind): string => `${mode}-${timeInName(at)}-${kind}.sqlite`;

/** What a name tells, or undefined for what is no finished backup. */
export function readBackupName(file: string): BackupName | undefined {
  const [, mode, day, hours, minutes, seconds, kind] = NAME.exec(file) ?? [];
  const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`);
  if (!mode || Number.isNaN(at)) return undefined;
  return { file, mode: mode as StoreMode, at, kind: kind as BackupKind };
}

/** While it is being made a backup bears this name, and never its own: half a file can not be taken for a whole one. */
export const partName = (file: string): string => `${file}.part`;

/** What a backup of this mode that broke off may have left: the part itself and SQLite's files beside it. */
export const isLeftover = (file: string, mode: StoreMode): boolean =>
  file.startsWith(`${mode}-`) && /\.part(-journal|-wal|-shm)?$/.test(file);
