import { type AirportFacts, DEGREE } from '../../../shared/methods/airports.ts';
import { isTimeZone } from '../../../shared/time-zone.ts';
import { readDate } from '../../format/read-date.ts';
import { today } from '../../stores/today.ts';
import type { KnownAirport } from './airports-store.ts';

/** What stands in the fields. */
export interface TypedAirport {
  readonly code: string;
  readonly from: string;
  readonly name: string;
  readonly city: string;
  readonly cityCode: string;
  readonly country: string;
  readonly zone: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly closed: boolean;
}

export const BLANK_AIRPORT: TypedAirport = {
  ...{ code: '', from: '', name: '', city: '', cityCode: '', country: '', zone: '', latitude: '', longitude: '', closed: false },
};

/** What is wrong with each field. */
export type WrongAirport = Partial<Record<keyof TypedAirport, string>>;

export interface AirportTyped {
  readonly code: string;
  readonly from: string;
  readonly facts: AirportFacts;
}

/**
 * The fields as what is known says, by the change of its latest day. Where that is still to come, or today, a correction begins with it: an earlier one
 * would end there.
 */
export function typedAs({ code, shipped, changes }: KnownAirport): TypedAirport {
  const last = changes.toSorted((a, b) => (a.from === b.from ? a.number - b.number : a.from < b.from ? -1 : 1)).at(-1);
  const facts = last ?? shipped;
  if (!facts) return { ...BLANK_AIRPORT, code };
  const from = last && last.from >= today(last.zone) ? last.from : '';
  const { name, city, cityCode, country, zone, north, east, closed } = facts;
  return {
    code,
    from,
    name,
    city,
    cityCode,
    country,
    zone,
    latitude: String(north / DEGREE),
    longitude: String(east / DEGREE),
    closed,
  };
}

/** `41.5`, `-74,25`, `74.25W`: degrees as ten-thousandths; undefined for what is none, or more than `most` degrees. */
function readDegrees(text: string, most: number, negative: string): number | undefined {
  const found = /^([+-]?)(\d{1,3}(?:[.,]\d{1,8})?) ?([NSEW]?)$/.exec(text.trim().toUpperCase());
  const [, sign = '', digits = '', side = ''] = found ?? [];
  if (!found || (sign !== '' && side !== '') || (side !== '' && !negative.includes(side))) return undefined;
  const degrees = Number(digits.replace(',', '.'));
  if (degrees > most) return undefined;
  const units = Math.round(degrees * DEGREE);
  return units !== 0 && (sign === '-' || side === negative[1]) ? -units : units;
}

/** Reads the fields, or says what is wrong with each. The day is today at the airport where none is typed. */
export function readAirport(typed: TypedAirport): AirportTyped | WrongAirport {
  const zone = typed.zone.trim();
  const now = today(isTimeZone(zone) ? zone : 'UTC');
  const from = typed.from.trim() === '' ? now : readDate(typed.from, now, 'ahead');
  const north = readDegrees(typed.latitude, 90, 'NS');
  const east = readDegrees(typed.longitude, 180, 'EW');
  const wrong: WrongAirport = {
    ...(/^[A-Z]{3}$/.test(typed.code) ? {} : { code: 'Three letters.' }),
    ...(from ? {} : { from: 'A date such as 12JAN.' }),
    ...(typed.name.trim() ? {} : { name: 'What the airport is called.' }),
    ...(typed.city.trim() ? {} : { city: 'The city that it serves.' }),
    ...(/^[A-Z]{3}$/.test(typed.cityCode) ? {} : { cityCode: 'Three letters; most often those of the airport.' }),
    ...(/^[A-Z]{2}$/.test(typed.country) ? {} : { country: 'Two letters, such as US.' }),
    ...(isTimeZone(zone) ? {} : { zone: 'A zone of the list, such as Europe/Paris.' }),
    ...(north === undefined ? { latitude: '-90 to 90 degrees, such as 41.5.' } : {}),
    ...(east === undefined ? { longitude: '-180 to 180 degrees, such as -74.25.' } : {}),
  };
  if (Object.keys(wrong).length > 0 || !from || north === undefined || east === undefined) return wrong;
  const { code, cityCode, country, closed } = typed;
  return { code, from, facts: { name: typed.name.trim(), city: typed.city.trim(), cityCode, country, north, east, zone, closed } };
}
