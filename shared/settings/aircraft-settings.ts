import type { SettingRule } from './setting-rule.ts';

const kilograms = { kind: 'number', unit: 'kg', counts: 'It counts for the next hold on a flight with a weight limit.' } as const;

/**
 * How long an aircraft or a gate is taken between two flights, and what passengers weigh where a flight sells weight as well as seats. The weights are
 * those of FAA Advisory Circular 120-27E, tables 2-1 and 2-2, in whole kilograms. It counts infants on laps in the weight of adults.
 */
export const AIRCRAFT_SETTINGS = {
  turnRoundMinutes: {
    kind: 'number',
    name: 'Turn-round',
    words: 'how long an aircraft, or a gate, is taken between two flights',
    counts: 'It counts for the next flight that gets an aircraft or a gate, and for the next import.',
    subject: 'turn-round',
    unit: 'minutes',
    least: 0,
    most: 240,
    default: 30,
  },
  adultSummerKg: {
    ...kilograms,
    name: 'Adult in summer',
    words: 'what an adult weighs with hand baggage from May to October, south of the equator from November to April',
    subject: 'weight of an adult in summer',
    ...{ least: 40, most: 200, default: 86 },
  },
  adultWinterKg: {
    ...kilograms,
    name: 'Adult in winter',
    words: 'what an adult weighs with hand baggage in the other half of the year',
    subject: 'weight of an adult in winter',
    ...{ least: 40, most: 200, default: 88 },
  },
  childSummerKg: {
    ...kilograms,
    name: 'Child in summer',
    words: 'what a child of 2 to 11, or an infant with a seat, weighs in summer',
    subject: 'weight of a child in summer',
    ...{ least: 10, most: 100, default: 37 },
  },
  childWinterKg: {
    ...kilograms,
    name: 'Child in winter',
    words: 'what a child of 2 to 11, or an infant with a seat, weighs in winter',
    subject: 'weight of a child in winter',
    ...{ least: 10, most: 100, default: 39 },
  },
  lapKg: {
    ...kilograms,
    name: 'Infant on a lap',
    words: 'what an infant on a lap adds; 0 where the weight of adults counts it already',
    subject: 'weight of an infant on a lap',
    ...{ least: 0, most: 30, default: 0 },
  },
  bagsKg: {
    ...kilograms,
    name: 'Checked baggage',
    words: 'what each passenger with a seat checks in',
    subject: 'weight of checked baggage',
    ...{ least: 0, most: 60, default: 14 },
  },
} as const satisfies Record<string, SettingRule>;
