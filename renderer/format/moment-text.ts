import { dateLabel, localDay, localTime } from './times.ts';

/** `today 13:22`, or `29 Dec 18:12`: when something was, on the clocks of a zone. `now` says which day is today. */
export function momentText(at: number, now: number, zone: string): string {
  const day = localDay(at, zone);
  return `${day === localDay(now, zone) ? 'today' : dateLabel(day).slice(4)} ${localTime(at, zone)}`;
}
