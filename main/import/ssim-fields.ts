import { dayNumber } from '../../shared/instants.ts';

export const SSIM_HEADER = '1AIRLINE STANDARD SCHEDULE DATA SET';
export const SSIM_RECORD_BYTES = 200;

/** Fields of a fixed-width record, by the 1-based byte positions of the standard. */
export const field = (record: string, from: number, to = from): string => record.slice(from - 1, to);

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
/** From these two digits on, a year is of the last century. No schedule is older than the instants that the store can hold. */
const CENTURY_TURN = 71;

/** `09JUN05` as days since 1970; undefined when there is no such date. */
export function ssimDay(text: string): number | undefined {
  const match = /^(\d\d)([A-Z]{3})(\d\d)$/.exec(text);
  const month = MONTHS.indexOf(match?.[2] ?? '') + 1;
  if (!match || month === 0) return undefined;
  const year = Number(match[3]) + (Number(match[3]) >= CENTURY_TURN ? 1900 : 2000);
  const date = `${year}-${String(month).padStart(2, '0')}-${match[1]}`;
  const day = dayNumber(date);
  return new Date(Date.UTC(year, month - 1, Number(match[1]))).getUTCDate() === Number(match[1]) ? day : undefined;
}

/** `00XXX00`: until further notice. */
export const isOpenEnd = (text: string): boolean => text === '00XXX00';

/** `1 3 5  `, each day in its own place; undefined when a digit stands elsewhere or there is none. */
export function ssimWeekdays(text: string): boolean[] | undefined {
  const days = [...text.padEnd(7)].map((letter, place) => (letter === String(place + 1) ? true : letter === ' ' ? false : undefined));
  return days.length === 7 && days.includes(true) && !days.includes(undefined) ? (days as boolean[]) : undefined;
}

/** `2130` as minute of the day; `2400` is the end of it. */
export function ssimMinute(text: string): number | undefined {
  const match = /^(\d\d)(\d\d)$/.exec(text);
  const minute = Number(match?.[1]) * 60 + Number(match?.[2]);
  return match && Number(match[2]) < 60 && minute <= 1440 ? minute : undefined;
}

/** `+0400`, `-0930` in minutes; undefined when blank or no variation. */
export function ssimVariation(text: string): number | undefined {
  const match = /^([+-])(\d\d)(\d\d)$/.exec(text);
  if (!match || Number(match[2]) > 15 || Number(match[3]) > 59) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes || 0 : minutes;
}

/** Date variation: `0`, `1`, `2`, `A` the day before; undefined when blank, null when it is none of these. */
export function ssimDayShift(text: string): number | undefined | null {
  if (text === ' ') return undefined;
  if (text === 'A') return -1;
  return /^[0-7]$/.test(text) ? Number(text) : null;
}

/** Service types that carry passengers who buy seats: scheduled, additional and charter. The rest is cargo, mail, positioning, training ... */
const PASSENGER_TYPES = new Set('JSUQGBRCOL');
export const carriesPassengers = (serviceType: string): boolean => PASSENGER_TYPES.has(serviceType);
