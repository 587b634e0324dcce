import type { Input } from '../../../shared/contract.ts';
import { refused } from './expected.ts';
import type { Commands } from './model.ts';

/** Each setting that the simulation changes: what it is at first, its bounds, and what the journal calls it. */
const BOUNDS = {
  holdMinutes: { first: 5, least: 1, most: 30, subject: 'hold minutes' },
  tenderMinutes: { first: 2, least: 0, most: 30, subject: 'minutes for another tender' },
  payLaterDays: { first: 3, least: 0, most: 30, subject: 'days paid later' },
  payLaterMost: { first: 20, least: 1, most: 500, subject: 'paid later at one desk' },
  limitGraceHours: { first: 12, least: 1, most: 72, subject: 'after a time limit' },
} as const;
export type SettingDrawn = keyof typeof BOUNDS;
export type ModelSettings = Record<SettingDrawn, number>;

export const firstSettings = (): ModelSettings =>
  Object.fromEntries(Object.entries(BOUNDS).map(([name, { first }]) => [name, first])) as ModelSettings;

export const SETTINGS: Commands = {
  'settings.set'({ settings, events }, { name, value }: Input<'settings.set'>) {
    const drawn = name as SettingDrawn;
    const { least, most, subject } = BOUNDS[drawn];
    if (Number(value) < least || Number(value) > most) throw refused('SETTING_OUT_OF_RANGE');
    const before = settings[drawn];
    events.push(['setting.changed', null, { subject, before: `${before}`, after: `${value}` }]);
    settings[drawn] = Number(value);
    return { name, before, value };
  },
};
