import { dateOfDay, dayNumber } from '../../shared/instants.ts';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WORDS: Readonly<Record<string, number>> = { TODAY: 0, TOMORROW: 1, YESTERDAY: -1 };

const dateOf = (year: number, month: number, day: number): string | undefined => {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  // A date that the calendar does not have (31NOV) comes back as another one.
  return dateOfDay(dayNumber(text)) === text ? text : undefined;
};

/**
 * Reads a date as agents write it: `24NOV`, `24NOV26`, `2026-11-24`, `today`, `tomorrow`, `yesterday`. Without a year the
 * occurrence nearest to `today` is meant, since a booking is looked for before and after its flight.
 */
export function readDate(text: string, today: string): string | undefined {
  const typed = text.trim().toUpperCase();
  const word = WORDS[typed];
  if (word !== undefined) return dateOfDay(dayNumber(today) + word);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const agent = /^(\d{1,2})([A-Z]{3})(\d{2}|\d{4})?$/.exec(typed);
  const month = agent ? MONTHS.indexOf(agent[2] ?? '') + 1 : 0;
  if (!agent || month === 0) return undefined;
  const day = Number(agent[1]);
  if (agent[3]) return dateOf(agent[3].length === 2 ? 2000 + Number(agent[3]) : Number(agent[3]), month, day);
  const year = Number(today.slice(0, 4));
  const away = (date: string): number => Math.abs(dayNumber(date) - dayNumber(today));
  return [year - 1, year, year + 1]
    .map((each) => dateOf(each, month, day))
    .filter((date) => date !== undefined)
    .sort((a, b) => away(a) - away(b))[0];
}
