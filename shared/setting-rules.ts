// Every setting that is one number or one text, declared once. The command, the query, the check of the journal and Admin, Settings are
// derived from this table, so a new setting is one new row in one of its parts.

import { ADMISSION_SETTINGS } from './settings/admission-settings.ts';
import { AIRCRAFT_SETTINGS } from './settings/aircraft-settings.ts';
import { DESK_SETTINGS } from './settings/desk-settings.ts';
import { QUEUE_SETTINGS } from './settings/queue-settings.ts';
import { RECEIPT_SETTINGS } from './settings/receipt-settings.ts';
import { SALE_SETTINGS } from './settings/sale-settings.ts';
import type { SettingRule } from './settings/setting-rule.ts';
import { TRAINING_SETTINGS } from './settings/training-settings.ts';
import { TRAVEL_SETTINGS } from './settings/travel-settings.ts';
import { WAITLIST_SETTINGS } from './settings/waitlist-settings.ts';

export const SETTING_RULES = {
  ...SALE_SETTINGS,
  ...QUEUE_SETTINGS,
  ...WAITLIST_SETTINGS,
  ...TRAVEL_SETTINGS,
  ...AIRCRAFT_SETTINGS,
  ...DESK_SETTINGS,
  ...ADMISSION_SETTINGS,
  ...RECEIPT_SETTINGS,
  ...TRAINING_SETTINGS,
} as const;

export type SettingName = keyof typeof SETTING_RULES;
/** A number setting is a number, a text setting and a choice are strings. */
export type SettingValue<Name extends SettingName> = (typeof SETTING_RULES)[Name]['kind'] extends 'number' ? number : string;
export type SettingValues = { readonly [Name in SettingName]: SettingValue<Name> };

export const SETTING_NAMES = Object.keys(SETTING_RULES) as [SettingName, ...SettingName[]];
export const settingRule = (name: SettingName): SettingRule => SETTING_RULES[name];

/** What all settings are until a supervisor sets them otherwise. */
export const SETTING_DEFAULTS = Object.fromEntries(SETTING_NAMES.map((name) => [name, SETTING_RULES[name].default])) as SettingValues;
