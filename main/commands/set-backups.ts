import { BACKUPS_DAILY_KEPT_MAX, BACKUPS_HOURLY_KEPT_MAX, BACKUPS_KEPT_MIN } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import type { BackupSettings } from '../../shared/methods/backups.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { readSetting, writeSetting } from '../store/tables/settings-table.ts';
import type { Command } from './command.ts';

const words = ({ hourly, atQuit, hourlyKept, dailyKept }: BackupSettings): string =>
  [hourly && 'hourly', atQuit && 'at quit', `${hourlyKept} hours and ${dailyKept} days kept`].filter(Boolean).join(', ');

const LIMITS = [
  ['hourlyKept', 'Hours of which a backup is kept', BACKUPS_HOURLY_KEPT_MAX],
  ['dailyKept', 'Days of which a backup is kept', BACKUPS_DAILY_KEPT_MAX],
] as const;

/** Sets which backups the hub makes by itself, and how many it keeps. The number takes effect with the next backup. */
export const setBackups: Command<Input<'settings.setBackups'>, Output<'settings.setBackups'>> = async (
  { db, emit },
  { hourly, atQuit, hourlyKept, dailyKept },
) => {
  const chosen: BackupSettings = { hourly, atQuit, hourlyKept, dailyKept };
  for (const [key, setting, max] of LIMITS)
    if (chosen[key] < BACKUPS_KEPT_MIN || chosen[key] > max) return refuse('SETTING_OUT_OF_RANGE', { setting, min: BACKUPS_KEPT_MIN, max });
  const before = await readSetting(db, 'backups');
  await writeSetting(db, 'backups', chosen);
  emit('setting.changed', { subject: 'backups', before: words(before), after: words(chosen) });
  return accept(chosen);
};
