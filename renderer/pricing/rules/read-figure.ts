import { dateOfDay, dayNumber } from '../../../shared/instants.ts';
import { readMoney } from '../../../shared/money.ts';

/** A whole number from `min` to `max`, or what is wrong with the text. */
export function readWhole(text: string, min: number, max: number): number | string {
  const plain = text.trim().replaceAll(',', '');
  if (!/^\d+$/.test(plain)) return 'Write a whole number.';
  const value = Number(plain);
  return value < min || value > max ? `From ${min} to ${max}.` : value;
}

/** Percent on top or off: `+30`, `30 %`, `-12`, with the true minus too. */
export function readChange(text: string): number | string {
  const match = /^([+\u2212-]?)\s*(\d+)\s*%?$/.exec(text.trim());
  if (!match) return 'Write +30 or \u221212.';
  const value = Number(match[2]) * (match[1] === '' || match[1] === '+' ? 1 : -1) || 0;
  return value < -99 || value > 900 ? 'From \u221299 to +900.' : value;
}

/** How often the price: `1.3`, `0.75`; gives percent, 130 and 75. */
export function readTimes(text: string, min = 0.01): number | string {
  const match = /^(?:times\s*)?(\d+)(?:\.(\d{1,2}))?$/i.exec(text.trim());
  if (!match) return 'Write 1.3 or 0.75.';
  const value = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return value < min * 100 || value > 1_000 ? `From ${min} to 10.` : value;
}

/** `14`, `14.5`, or nothing where it is not known. */
export function readDecimal(text: string): { value: number | null } | string {
  const plain = text.trim();
  if (plain === '') return { value: null };
  return /^\d{1,3}(\.\d+)?$/.test(plain) ? { value: Number(plain) } : 'Write 14 or 14.5.';
}

/** Minor units of `currency`, at least `min` of them. */
export function readAmount(text: string, currency: string, min = 0): number | string {
  const value = readMoney(text, currency);
  if (value === undefined) return 'Write an amount: 149.00.';
  return value < min ? 'More than nothing.' : value;
}

/** A day: `2026-12-25`. */
export function readDate(text: string): { text: string } | string {
  const date = text.trim();
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && dateOfDay(dayNumber(date)) === date ? { text: date } : 'Write 2026-12-25.';
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const two = (value: number): string => String(value).padStart(2, '0');
/** A year with a 29 February: each day of each year is in it. */
const LEAP_YEAR = 2024;

/** A day of each year: `20DEC` gives `12-20`. */
export function readMonthDay(text: string): { monthDay: string } | string {
  const match = /^(\d{1,2})\s*([A-Z]{3})$/.exec(text.trim().toUpperCase());
  const month = MONTHS.indexOf(match?.[2] ?? '') + 1;
  if (!match || month === 0) return 'Write 20DEC.';
  const monthDay = `${two(month)}-${two(Number(match[1]))}`;
  const date = `${LEAP_YEAR}-${monthDay}`;
  return dateOfDay(dayNumber(date)) === date ? { monthDay } : `There is no day ${text.trim().toUpperCase()}.`;
}

/** `12-20` -> `20DEC`. */
export const monthDayText = (monthDay: string): string => `${monthDay.slice(3)}${MONTHS[Number(monthDay.slice(0, 2)) - 1] ?? ''}`;
