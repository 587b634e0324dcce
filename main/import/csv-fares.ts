import { FARE_UNITS_MAX } from '../../shared/bounds.ts';
import { decimalsOf, isCurrency } from '../../shared/currencies.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { FARE_CURRENCY } from '../reference/base-fare.ts';
import { type Faults, quoted } from './faults.ts';
import type { LegPattern } from './leg-pattern.ts';

/** The fare in minor units; undefined: by distance. */
export function readFare(text: string, code: string, faults: Faults): { fare: number | undefined; currency: string } {
  const currency = code === '' ? FARE_CURRENCY : code.toUpperCase();
  if (!isCurrency(currency)) {
    faults.add(`currency ${quoted(code)} is not the ISO 4217 code of a currency, such as USD`);
    return { fare: undefined, currency };
  }
  const fare = fareOf(text, currency);
  if (fare === undefined && currency !== FARE_CURRENCY)
    faults.add(`base_fare is needed for a flight in ${currency}: fares by distance are in ${FARE_CURRENCY}`);
  if (fare === null) faults.add(noAmount('base_fare', text, currency));
  return { fare: fare ?? undefined, currency };
}

/** Minor units; undefined when blank, null when it is no amount. Decimals are all there or left out: `1.5` may mean anything. */
export function fareOf(text: string, currency: string): number | undefined | null {
  if (text === '') return undefined;
  const decimals = decimalsOf(currency);
  const [, whole = '', part] = /^(\d{1,9})(?:\.(\d+))?$/.exec(text) ?? [];
  const amount = Number(whole + (part ?? '0'.repeat(decimals)));
  const written = whole !== '' && (part === undefined || part.length === decimals);
  // A seat that costs nothing could be held and never sold, since a tender takes at least one minor unit.
  return written && amount >= 1 && amount <= FARE_UNITS_MAX * 10 ** decimals ? amount : null;
}

const example = (currency: string): string => moneyText(minor(129 * 10 ** decimalsOf(currency)), currency);

export const noAmount = (column: string, text: string, currency: string): string =>
  `${column} ${quoted(text)} is not an amount in ${currency}, such as ${example(currency)}, of at most ${FARE_UNITS_MAX}`;

/** A fare of which nobody knows the age is of no use, so both columns are needed or none. */
export function readCompetitor(text: string, read: string, currency: string, faults: Faults): LegPattern['competitor'] {
  if (text === '' && read === '') return undefined;
  if (text === '') return faults.add('competitor_fare is needed with competitor_read');
  const readAt = momentOf(read);
  if (readAt === undefined)
    faults.add(`competitor_read ${quoted(read)} is not when competitor_fare was read, in UTC, such as 2026-11-21T14:30Z`);
  // A fault of the currency has been told.
  if (!isCurrency(currency)) return undefined;
  const fare = fareOf(text, currency);
  if (fare === null) return faults.add(noAmount('competitor_fare', text, currency));
  return fare === undefined || readAt === undefined ? undefined : { fare, readAt };
}

/** UTC milliseconds of a minute; undefined when it is none from 1971 to 2199. */
export function momentOf(text: string): number | undefined {
  if (!/^(19[7-9]\d|20\d\d|21\d\d)-\d\d-\d\d[T ]\d\d:\d\dZ$/.test(text)) return undefined;
  const [day = '', time = ''] = text.split(/[T ]/);
  const at = Date.parse(`${day}T${time}`);
  // A day that no month has, which some readers take for one of the next month.
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(day) ? undefined : at;
}
