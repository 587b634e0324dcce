import type { SettingRule } from './setting-rule.ts';

/** Who is refunded whole because the carrier moved a flight, and which children travel alone. */
export const TRAVEL_SETTINGS = {
  movedMinutes: {
    kind: 'number',
    name: 'Moved by the carrier',
    words: 'a flight that leaves or arrives more than so many minutes off what was sold is refunded whole',
    counts: 'It counts for the next quote.',
    subject: 'moved by the carrier',
    unit: 'minutes',
    least: 5,
    most: 1_440,
    default: 60,
  },
  aloneFromYears: {
    kind: 'number',
    name: 'Children alone',
    words: 'from which age a child travels without an adult',
    counts: 'Infants never do. It counts for the next sale.',
    subject: 'children alone from',
    unit: 'years',
    least: 2,
    most: 12,
    default: 5,
  },
  minorUnderYears: {
    kind: 'number',
    name: 'Unaccompanied minors',
    words: 'under which age a child alone needs a supervisor\u2019s yes and the mark UMNR',
    counts: 'It counts for the next sale.',
    subject: 'unaccompanied minors under',
    unit: 'years',
    least: 2,
    most: 12,
    default: 12,
  },
} as const satisfies Record<string, SettingRule>;
