import { z } from 'zod';

/** ADT 12 and over, CHD 2 to under 12, INF under 2 on an adult's lap, INS infant in its own seat. */
export const PASSENGER_TYPES = ['ADT', 'CHD', 'INF', 'INS'] as const;
export type PassengerType = (typeof PASSENGER_TYPES)[number];
export const SEATED_TYPES = ['ADT', 'CHD', 'INS'] as const;
export type SeatedType = (typeof SEATED_TYPES)[number];

export const TITLES = ['MR', 'MRS', 'MS', 'MISS', 'MSTR', 'DR', 'MX'] as const;
export const titleSchema = z.enum(TITLES);

/** Longest surname or given name as it is written in the passport. */
export const NAME_PART_MAX = 60;
/** Longest name by which a booking can be looked for. */
export const NAME_SOUGHT_MAX = 80;

/** What a passenger of a type is called. */
export const PASSENGER_WORDS: Readonly<Record<PassengerType, string>> = {
  ADT: 'Adult',
  CHD: 'Child',
  INF: 'Infant on the lap',
  INS: 'Infant with seat',
};

/** `Adult 2`: what a passenger is called while the name is not known. `place` counts from 0 among the passengers, for a lap infant among the adults. */
export const passengerCalled = (type: PassengerType, place: number): string =>
  type === 'INF' ? `${PASSENGER_WORDS.INF} of ${PASSENGER_WORDS.ADT.toLowerCase()} ${place + 1}` : `${PASSENGER_WORDS[type]} ${place + 1}`;

/** Whole years between two local dates (`YYYY-MM-DD`): the age on the day itself, birthdays counted. */
export function ageOn(birthDate: string, onDate: string): number {
  const years = Number(onDate.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return onDate.slice(5) >= birthDate.slice(5) ? years : years - 1;
}
