import { z } from 'zod';

/** ADT 12 and over, CHD 2 to under 12, INF under 2 on an adult's lap, INS infant in its own seat. */
export const PASSENGER_TYPES = ['ADT', 'CHD', 'INF', 'INS'] as const;
export type PassengerType = (typeof PASSENGER_TYPES)[number];
export const SEATED_TYPES = ['ADT', 'CHD', 'INS'] as const;
export type SeatedType = (typeof SEATED_TYPES)[number];

export const TITLES = ['MR', 'MRS', 'MS', 'MISS', 'MSTR', 'DR', 'MX'] as const;
export const titleSchema = z.enum(TITLES);

export const HOST_NAME_MAX = 58;
/** Longest surname or given name as it is written in the passport. */
export const NAME_PART_MAX = 60;
/** Longest name by which a booking can be looked for. */
export const NAME_SOUGHT_MAX = 80;

/** Most names look like this, and nothing of them has to be dropped. */
const PLAIN = /^[A-Za-z]+( [A-Za-z]+)*$/;

/** `Sze-To` -> `SZETO`: the host form, A to Z and space. Letters lose their accents. A sign without a host form is dropped. */
export function hostForm(text: string): string {
  if (PLAIN.test(text)) return text.toUpperCase();
  return text
    .normalize('NFD')
    .replace(/[ßẞ]/g, 'SS')
    .replace(/[æÆ]/g, 'AE')
    .replace(/[œŒ]/g, 'OE')
    .replace(/[øØ]/g, 'O')
    .replace(/[łŁ]/g, 'L')
    .replace(/[đĐðÐ]/g, 'D')
    .replace(/[þÞ]/g, 'TH')
    .toUpperCase()
    .replace(/[^A-Z ]/g, '')
    .replace(/ +/g, ' ')
    .trim();
}

/** `SMITH/JOHN MR` as it stands on lists and tickets. */
export const nameText = (surname: string, given: string, title: string): string =>
  `${hostForm(surname)}/${hostForm(given)}${title ? ` ${title}` : ''}`;

/** Whole years between two local dates (`YYYY-MM-DD`): the age on the day itself, birthdays counted. */
export function ageOn(birthDate: string, onDate: string): number {
  const years = Number(onDate.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return onDate.slice(5) >= birthDate.slice(5) ? years : years - 1;
}
