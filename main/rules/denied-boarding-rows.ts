import { type LocalDate, localDate } from '../../shared/instants.ts';
import { type Minor, minor } from '../../shared/money.ts';

// What is owed to a passenger who is denied boarding, as rows with the day from which each is in force. A new amount is a new row. Sources stand in
// NOTICE. None of it is legal advice.

/** 14 CFR 250.5. Most that is owed for the lower and the higher rate, in cents. The day counts on which the flight leaves, where it leaves. */
export const US_ROWS: readonly { readonly from: LocalDate; readonly low: Minor; readonly high: Minor }[] = [
  { from: localDate('2011-08-23'), low: minor(65_000), high: minor(130_000) },
  { from: localDate('2015-08-25'), low: minor(67_500), high: minor(135_000) },
  { from: localDate('2021-04-13'), low: minor(77_500), high: minor(155_000) },
  { from: localDate('2025-01-22'), low: minor(107_500), high: minor(215_000) },
];
export const US_LOW_PERCENT = 200;
export const US_HIGH_PERCENT = 400;
/** Aircraft with fewer seats are not covered. */
export const US_SEATS_MIN = 30;
/** Nothing is owed up to so many hours late. The higher rate is owed from so many hours on, within the country and from it abroad. */
export const US_FREE_HOURS = 1;
export const US_HIGH_HOURS = { domestic: 2, abroad: 4 } as const;
/** Flights between these are domestic. */
export const US_COUNTRIES: ReadonlySet<string> = new Set(['US', 'PR', 'VI', 'GU', 'AS', 'MP', 'UM']);

/** Regulation (EC) 261/2004, articles 7 and 3. The first row whose distance is not exceeded counts; `halfHours`: so late at most, half is owed. */
export const EU_FROM = localDate('2005-02-17');
export const EU_ROWS: readonly { readonly upToKm: number; readonly amount: Minor; readonly halfHours: number }[] = [
  { upToKm: 1_500, amount: minor(25_000), halfHours: 2 },
  { upToKm: 3_500, amount: minor(40_000), halfHours: 3 },
  { upToKm: Number.POSITIVE_INFINITY, amount: minor(60_000), halfHours: 4 },
];

/** Where the regulation is in force: the first day, and the day from which it is not any more. */
interface Member {
  readonly from: LocalDate;
  readonly until?: LocalDate;
}

const first: Member = { from: EU_FROM };
const MEMBERS = [
  'AT',
  'BE',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HU',
  'IE',
  'IT',
  'LT',
  'LU',
  'LV',
  'MT',
  'NL',
  'PL',
  'PT',
];
/** Overseas departments of France, which have codes of their own. */
const OVERSEAS = ['GF', 'GP', 'MQ', 'RE'];

/** By country code, for the borders within the Union. */
export const EU_MEMBERS: ReadonlyMap<string, Member> = new Map([
  ...[...MEMBERS, 'SE', 'SI', 'SK', ...OVERSEAS].map((code) => [code, first] as const),
  ['BG', { from: localDate('2007-01-01') }],
  ['RO', { from: localDate('2007-01-01') }],
  ['HR', { from: localDate('2013-07-01') }],
  ['YT', { from: localDate('2014-01-01') }],
  ['GB', { ...first, until: localDate('2021-01-01') }],
]);
