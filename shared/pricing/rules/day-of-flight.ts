import { dayNumber } from '../../instants.ts';
import { type Exact, times } from '../exact.ts';
import type { RuleOf } from '../policy.ts';
import type { PriceRule } from './price-rule.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** The first day of 1970 was a Thursday. */
const FIRST_WEEKDAY = 3;
/** A cache: a board prices thousands of flights of a few dates. */
const known = new Map<string, number>();
const KNOWN_MAX = 2_000;

function weekdayOf(date: string): number {
  let weekday = known.get(date);
  if (weekday === undefined) {
    weekday = (dayNumber(date) + FIRST_WEEKDAY) % 7;
    if (known.size >= KNOWN_MAX) known.clear();
    known.set(date, weekday);
  }
  return weekday;
}

const onTop = (price: Exact, change: number): Exact | undefined => (change === 0 ? undefined : times(price, 100 + change, 100));
const said = (label: string, change: number) => ({ label, detail: `${change < 0 ? '\u2212' : '+'}${Math.abs(change)} %` });
const leastOf = (price: Exact, changes: readonly number[]): Exact => onTop(price, Math.min(0, ...changes)) ?? price;

export const weekday: PriceRule<'weekday'> = {
  apply: ({ change }, price, { date }) => onTop(price, change[weekdayOf(date)] ?? 0),
  say: ({ change }, { date }) => said(WEEKDAYS[weekdayOf(date)] ?? '', change[weekdayOf(date)] ?? 0),
  least: ({ change }, price) => leastOf(price, change),
};

export const holiday: PriceRule<'holiday'> = {
  apply: ({ days }, price, { date }) => onTop(price, days.find((day) => day.date === date)?.change ?? 0),
  say({ days }, { date }) {
    const day = days.find((one) => one.date === date);
    return said(day?.name ?? '', day?.change ?? 0);
  },
  least: ({ days }, price) =>
    leastOf(
      price,
      days.map(({ change }) => change),
    ),
};

/** Both days included. A season may go over the end of a year. */
export function isInSeason({ from, to }: Pick<RuleOf<'season'>, 'from' | 'to'>, date: string): boolean {
  const day = date.slice(5);
  return from <= to ? from <= day && day <= to : from <= day || day <= to;
}

export const season: PriceRule<'season'> = {
  apply: (rule, price, { date }) => (isInSeason(rule, date) ? onTop(price, rule.change) : undefined),
  say: ({ name, change }) => said(name, change),
  least: ({ change }, price) => leastOf(price, [change]),
};
