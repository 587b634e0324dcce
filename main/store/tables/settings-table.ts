import { BACKUPS_DAILY_KEPT_DEFAULT, BACKUPS_HOURLY_KEPT_DEFAULT } from '../../../shared/bounds.ts';
import type { FigureName } from '../../../shared/health/figures.ts';
import type { MessageChannel } from '../../../shared/message-kinds.ts';
import type { BackupSettings } from '../../../shared/methods/backups.ts';
import type { Acknowledgement } from '../../../shared/methods/health.ts';
import type { MailServer, Webhook } from '../../../shared/methods/messages.ts';
import { SETTING_DEFAULTS, type SettingValues } from '../../../shared/setting-rules.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

export interface Settings extends SettingValues {
  readonly backups: BackupSettings;
  readonly messages: MessageSettings;
  readonly health: HealthSettings;
}

/** The limits that supervisors have set, and of each figure the acknowledgement that was given last. */
export interface HealthSettings {
  readonly limits: { readonly [Figure in FigureName]?: number };
  readonly acknowledged: { readonly [Figure in FigureName]?: Acknowledgement };
}

/** Where messages go. Null: that way is off. */
export interface MessageSettings {
  readonly mail: MailServer | null;
  readonly webhook: Webhook | null;
}

/** What holds until a supervisor sets something else. */
export const DEFAULT_SETTINGS: Settings = {
  ...SETTING_DEFAULTS,
  backups: { hourly: true, atQuit: true, hourlyKept: BACKUPS_HOURLY_KEPT_DEFAULT, dailyKept: BACKUPS_DAILY_KEPT_DEFAULT },
  messages: { mail: null, webhook: null },
  health: { limits: {}, acknowledged: {} },
};

/** The channels that are on. */
export const channelsOn = ({ mail, webhook }: MessageSettings): MessageChannel[] => [
  ...(mail ? (['email'] as const) : []),
  ...(webhook?.sms ? (['sms'] as const) : []),
  ...(webhook?.push ? (['push'] as const) : []),
];

export async function readSetting<Key extends keyof Settings>(db: ReadDatabase, key: Key): Promise<Settings[Key]> {
  const row = await db.query<{ value: string }>('SELECT value FROM settings WHERE key = ?').get(key);
  return row ? (JSON.parse(row.value) as Settings[Key]) : DEFAULT_SETTINGS[key];
}

export const writeSetting = <Key extends keyof Settings>(db: WriteDatabase, key: Key, value: Settings[Key]) =>
  db
    .change('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
    .run(key, JSON.stringify(value));
