import type { SettingRule } from './setting-rule.ts';

const often = {
  kind: 'number',
  counts: 'It counts at once, for each desk and user by themselves. What is more waits, and is sent again by itself.',
} as const;

/** How often a desk may ask, so that a script or a stuck key at one counter takes nothing from the others. */
export const ADMISSION_SETTINGS = {
  searchesPerSecond: {
    ...often,
    name: 'Searches a second',
    words: 'how many searches and boards one agent at one desk may ask for',
    subject: 'searches a second',
    unit: 'searches',
    ...{ least: 1, most: 1_000, default: 10 },
  },
  holdsPerSecond: {
    ...often,
    name: 'Holds a second',
    words: 'how many holds one agent at one desk may place in one second',
    subject: 'holds a second',
    unit: 'holds',
    ...{ least: 1, most: 1_000, default: 3 },
  },
  holdsPerMinute: {
    ...often,
    name: 'Holds a minute',
    words: 'how many holds one agent at one desk may place in one minute',
    subject: 'holds a minute',
    unit: 'holds',
    ...{ least: 1, most: 60_000, default: 30 },
  },
} as const satisfies Record<string, SettingRule>;
