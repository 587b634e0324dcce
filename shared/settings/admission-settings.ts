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
  hoardLapses: {
    kind: 'number',
    name: 'Holds left to lapse',
    words: 'after how many in a row, without a sale, the holds of an agent at a desk are slowed and supervisors are told',
    counts: 'It counts at once. A sale ends the row; a hold that is released neither counts nor ends it.',
    subject: 'holds left to lapse',
    unit: 'holds',
    ...{ least: 2, most: 1_000, default: 5 },
  },
  hoardSeconds: {
    kind: 'number',
    name: 'Slowed holds',
    words: 'how long an agent who is slowed waits at least between two holds',
    counts: 'It counts at once.',
    subject: 'slowed holds',
    unit: 'seconds',
    ...{ least: 1, most: 600, default: 20 },
  },
  hoardMinutes: {
    kind: 'number',
    name: 'Lapsed holds forgiven',
    words: 'how long after the last hold that lapsed all of them are forgiven',
    counts: 'It counts at once.',
    subject: 'lapsed holds forgiven',
    unit: 'minutes',
    ...{ least: 5, most: 1_440, default: 60 },
  },
} as const satisfies Record<string, SettingRule>;
