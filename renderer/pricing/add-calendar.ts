import type { HolidayCalendar } from '../../shared/methods/holiday-calendar.ts';
import { HOLIDAYS_MAX, type RuleOf } from '../../shared/pricing/policy.ts';
import { fullDate } from '../format/times.ts';

/** What days of a calendar cost on top, where the rule has none yet: twice the fare. */
const CHANGE = 100;

/**
 * A holiday rule with the days of a calendar added, in the order of their dates, or why they do not fit. Days that the rule has keep their
 * name and figure. New days get the figure of the last day that the rule has.
 */
export function withCalendar(rule: RuleOf<'holiday'>, calendar: HolidayCalendar): RuleOf<'holiday'> | string {
  const known = new Set(rule.days.map(({ date }) => date));
  const change = rule.days.at(-1)?.change ?? CHANGE;
  const added = calendar.days.filter(({ date }) => !known.has(date)).map((day) => ({ ...day, change }));
  const days = [...rule.days, ...added].sort((one, other) => (one.date < other.date ? -1 : 1));
  return days.length > HOLIDAYS_MAX ? `With this calendar the rule has ${days.length} days. It takes ${HOLIDAYS_MAX}.` : { ...rule, days };
}

const count = (days: number, words: string): string => (days === 0 ? '' : `, ${days} ${words}`);

/** `12 days, Fri 25 Dec 2026 to Mon 01 Jan 2029, 3 known before, 40 past left out`. */
export function calendarWords(rule: RuleOf<'holiday'>, { days, name, past, later }: HolidayCalendar): string {
  const known = new Set(rule.days.map(({ date }) => date));
  const before = days.filter(({ date }) => known.has(date)).length;
  const [first, last] = [days[0]?.date ?? '', days.at(-1)?.date ?? ''];
  const span = first === last ? fullDate(first) : `${fullDate(first)} to ${fullDate(last)}`;
  const told = `${days.length === 1 ? '1 day' : `${days.length} days`}${name ? ` of ${name}` : ''}, ${span}`;
  return `${told}${count(before, 'known before')}${count(past, 'past left out')}${count(later, 'later left out')}`;
}
