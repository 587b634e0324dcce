import { dateOfDay, dayNumber } from '../../shared/instants.ts';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
export const isMonth = (word: string): boolean => MONTHS.includes(word.toUpperCase());

const DAYS_OFF: Readonly<Record<string, number>> = { YESTERDAY: -1, TODAY: 0, TOD: 0, TOMORROW: 1, TOM: 1, TMW: 1 };
/** A date at most this many days ago means that day, and not the same date next year. The board then says that it is over. */
const LOOK_BACK_DAYS = 7;

/** ahead: a day to travel on. near: a day to look a booking up by, before or after it. */
type Sense = 'ahead' | 'near';

/** The years that the contract accepts. */
const YEAR_MIN = 1900;
const YEAR_MAX = 2199;

function dateOf(year: number, month: number, day: number): string | null {
  if (year < YEAR_MIN || year > YEAR_MAX) return null;
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  // A date that the calendar does not have (31NOV) comes back as another one.
  return dateOfDay(dayNumber(text)) === text ? text : null;
}

function withoutYear(month: number, day: number, today: string, sense: Sense): string | null {
  const year = Number(today.slice(0, 4));
  const away = (date: string): number => dayNumber(date) - dayNumber(today);
  const dates = [year - 1, year, year + 1].map((each) => dateOf(each, month, day)).filter((date) => date !== null);
  if (sense === 'ahead') return dates.find((date) => away(date) >= -LOOK_BACK_DAYS) ?? null;
  return dates.sort((a, b) => Math.abs(away(a)) - Math.abs(away(b)))[0] ?? null;
}

/**
 * Reads a date as agents write it, in any case: `24NOV`, `24NOV26`, `24NOV2026`, `2026-11-24`, `today`, `tomorrow`, `yesterday`,
 * `+3`. Gives `2026-11-24`; undefined when the text is no date, null when there is no such day. `today` is the local date there.
 */
export function readDate(text: string, today: string, sense: Sense): string | null | undefined {
  const typed = text.trim().toUpperCase();
  const off = DAYS_OFF[typed] ?? /^\+(\d{1,3})$/.exec(typed)?.[1];
  if (off !== undefined) return dateOfDay(dayNumber(today) + Number(off));
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const agent = /^(\d{1,2})([A-Z]{3})(\d{2}|\d{4})?$/.exec(typed);
  const month = MONTHS.indexOf(agent?.[2] ?? '') + 1;
  if (!agent || month === 0) return undefined;
  const day = Number(agent[1]);
  if (!agent[3]) return withoutYear(month, day, today, sense);
  return dateOf(agent[3].length === 2 ? 2000 + Number(agent[3]) : Number(agent[3]), month, day);
}
