import { dateOfDay, dayNumber } from '../instants.ts';
import type { PolicyRule } from './policy.ts';
import { isInSeason } from './rules/day-of-flight.ts';

/** Years over which each date of a year falls on each weekday. */
const YEARS = 12;

/**
 * A date for each combination of weekday, seasons and holidays that there is. These three depend on the date together, so that they are
 * one thing here.
 */
export function datesIn(rules: readonly PolicyRule[], from: string): string[] {
  const ofDate = rules.filter(({ rule }) => rule === 'weekday' || rule === 'season' || rule === 'holiday');
  if (ofDate.length === 0) return [from];
  const first = dayNumber(from);
  const found = new Map<string, string>();
  for (let day = first; day < first + YEARS * 366; day++) {
    const date = dateOfDay(day);
    const state = JSON.stringify(ofDate.map((rule) => stateOn(rule, date, day)));
    if (!found.has(state)) found.set(state, date);
  }
  return [...found.values()];
}

function stateOn(rule: PolicyRule, date: string, day: number): unknown {
  if (rule.rule === 'season') return isInSeason(rule, date);
  if (rule.rule === 'holiday') return rule.days.find((one) => one.date === date)?.change;
  return day % 7;
}
