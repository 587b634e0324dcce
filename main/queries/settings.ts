import type { Input, Output } from '../../shared/contract.ts';
import type { BackupSettings } from '../../shared/methods/backups.ts';
import { accept } from '../../shared/refusals.ts';
import { SETTING_NAMES, type SettingValues } from '../../shared/setting-rules.ts';
import { readSetting } from '../store/tables/settings-table.ts';
import type { Query } from './query.ts';

export const settings: Query<Input<'settings.get'>, Output<'settings.get'>> = async ({ db }) => {
  const values: Record<string, number | string> = {};
  for (const name of SETTING_NAMES) values[name] = await readSetting(db, name);
  return accept({ ...(values as SettingValues), refundTiers: [...(await readSetting(db, 'refundTiers'))] });
};

export const backupSettings: Query<Record<never, never>, BackupSettings> = async ({ db }) => accept(await readSetting(db, 'backups'));
