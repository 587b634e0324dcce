import type { Input, Output } from '../../shared/contract.ts';
import type { BackupSettings } from '../../shared/methods/backups.ts';
import { accept } from '../../shared/refusals.ts';
import { SETTING_NAMES, type SettingValues } from '../../shared/setting-rules.ts';
import { DEFAULT_SETTINGS, readSetting } from '../store/tables/settings-table.ts';
import { readTrainingDay } from '../store/tables/training-day.ts';
import type { Query } from './query.ts';

/** A training store that simulated desks sell has some hundred megabytes. Nobody needs a month of it, nor wants to wait for its copy at a quit. */
const KEPT_OF_TRAINING = 2;

export const settings: Query<Input<'settings.get'>, Output<'settings.get'>> = async ({ db }) => {
  const values: Record<string, number | string> = {};
  for (const name of SETTING_NAMES) values[name] = await readSetting(db, name);
  return accept(values as unknown as SettingValues);
};

export const backupSettings: Query<Record<never, never>, BackupSettings> = async ({ db }) => {
  const inForce = await readSetting(db, 'backups');
  const unset = inForce === DEFAULT_SETTINGS.backups;
  if (!unset || (await readTrainingDay(db)) === undefined) return accept(inForce);
  return accept({ ...inForce, atQuit: false, hourlyKept: KEPT_OF_TRAINING, dailyKept: KEPT_OF_TRAINING });
};
