import type { Output } from '../../shared/contract.ts';
import type { BackupKind, BackupRunning } from '../../shared/methods/backups.ts';
import { countText } from '../format/count-text.ts';
import { dayAndTime } from '../format/day-and-time.ts';

type Last = NonNullable<Output<'backups.status'>['last']>;

export const KIND_WORDS: Readonly<Record<BackupKind, string>> = { hourly: 'every hour', quit: 'at quit', asked: 'on request' };

export const bookingsText = (count: number): string => `${countText(count)} confirmed ${count === 1 ? 'booking' : 'bookings'}`;

const STEP_WORDS: Readonly<Record<BackupRunning['kind'], Readonly<Record<BackupRunning['step'], string>>>> = {
  hourly: { copying: 'Copying the store', checking: 'Checking the copy' },
  quit: { copying: 'Copying the store', checking: 'Checking the copy' },
  asked: { copying: 'Copying the store', checking: 'Checking the copy' },
  restore: { copying: 'Copying the backup', checking: 'Checking it' },
};
export const stepText = ({ kind, step }: BackupRunning): string => STEP_WORDS[kind][step];

/** How far a step is, 0 to 100; undefined until the hub knows. */
export const percentOf = ({ done, total }: BackupRunning): number | undefined =>
  total > 0 ? Math.round(Math.max(0, Math.min(1, done / total)) * 100) : undefined;

/** How the newest try ended, for the screen and for screen readers. */
export function lastText(last: Last, zone: string): string {
  const when = `${dayAndTime(last.at, zone)}, ${KIND_WORDS[last.kind]}`;
  if (last.refusal?.code === 'BACKUP_STOPPED') return `The newest backup was stopped (${when}). Nothing is left of it.`;
  return last.refusal ? `The newest backup failed (${when}).` : `The newest backup is made and verified (${when}).`;
}
