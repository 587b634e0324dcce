import type { Brand } from './brand.ts';

/** A moment: UTC milliseconds since 1970. Local times exist only at the edges, beside their airport's zone. */
export type Instant = Brand<number, 'Instant'>;
/** A local date at some airport: `2026-11-21`. The name of the field says at which airport. */
export type LocalDate = Brand<string, 'LocalDate'>;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export const instant = (ms: number): Instant => ms as Instant;
export const later = (from: Instant, ms: number): Instant => (from + ms) as Instant;
export const localDate = (text: string): LocalDate => text as LocalDate;

/** The one meaning of "expired", asked by the sweep and by everything that trusts a hold: usable only before its deadline. */
export const isDue = (deadline: Instant, now: Instant): boolean => deadline <= now;

/** Days since 1970-01-01 of a calendar date, whatever its zone: how the store keeps local dates. */
export const dayNumber = (date: string): number =>
  Math.round(Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10)) / DAY_MS);

/** Size of a cache: a hub names the same few hundred days all the time. */
const DATES_KNOWN_MAX = 1_000;
const dates = new Map<number, LocalDate>();

export function dateOfDay(day: number): LocalDate {
  let date = dates.get(day);
  if (date === undefined) {
    date = localDate(new Date(day * DAY_MS).toISOString().slice(0, 10));
    if (dates.size >= DATES_KNOWN_MAX) dates.clear();
    dates.set(day, date);
  }
  return date;
}
