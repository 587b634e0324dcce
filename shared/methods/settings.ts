import { z } from 'zod';
import { SETTING_LENGTH_MAX } from '../bounds.ts';
import { eventSchema } from '../events.ts';
import { isPrintable, method, requestId } from '../method.ts';
import { SETTING_NAMES, type SettingName, type SettingValue, settingRule } from '../setting-rules.ts';
import { backupSettings } from './backups.ts';

const settingText = z
  .string()
  .max(SETTING_LENGTH_MAX)
  .refine((text) => text.split('\n').every(isPrintable), 'holds a control character')
  .transform((text) => text.normalize('NFC').trim());
const settingValue = z.union([z.int().min(-1_000_000).max(1_000_000), settingText]);

type ValueSchemas = { [Name in SettingName]: z.ZodType<SettingValue<Name>> };
const schemaOf = (name: SettingName) => (settingRule(name).kind === 'number' ? z.int() : z.string());
/** The value of each setting, by its kind. */
const values = Object.fromEntries(SETTING_NAMES.map((name) => [name, schemaOf(name)])) as unknown as ValueSchemas;

export const settingMethods = {
  'settings.get': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({
      ...values,
    }),
    refusals: [],
  }),
  /** Sets one setting of setting-rules.ts. `before` is what it was, so that a console can set it back. */
  'settings.set': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({ requestId, name: z.enum(SETTING_NAMES), value: settingValue }),
    output: z.strictObject({ name: z.enum(SETTING_NAMES), before: settingValue, value: settingValue }),
    refusals: ['SETTING_OUT_OF_RANGE', 'SETTING_INVALID'],
  }),
  /** Which backups are made by themselves, and how many are kept. */
  'settings.setBackups': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({ requestId, ...backupSettings.shape }),
    output: backupSettings,
    refusals: ['SETTING_OUT_OF_RANGE'],
  }),
  /** Events after `after`, in order, at most a page; `newest` tells whether there are more. */
  'events.since': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ after: z.int().min(0) }),
    output: z.strictObject({ events: z.array(eventSchema), newest: z.int() }),
    refusals: ['EVENTS_GONE'],
  }),
};
