import type { SettingRule } from './setting-rule.ts';

/** Offers of seats to parties on a waitlist. */
export const WAITLIST_SETTINGS = {
  offerMinutes: {
    kind: 'number',
    name: 'Waitlist offers',
    words: 'how long seats that came free are held for a party of the waitlist',
    counts: 'Offers that run already keep their time; the next offer takes the new one.',
    subject: 'minutes of a waitlist offer',
    unit: 'minutes',
    least: 1,
    most: 240,
    default: 15,
  },
  offerCutOffMinutes: {
    kind: 'number',
    name: 'End of waitlist offers',
    words: 'how long before departure nothing is offered to a waitlist any more; never later than the close of sales',
    counts: 'It counts for seats that come free from now on.',
    subject: 'end of waitlist offers',
    unit: 'minutes',
    least: 0,
    most: 1_440,
    default: 60,
  },
} as const satisfies Record<string, SettingRule>;
