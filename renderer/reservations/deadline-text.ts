import { dateLabel, localDay, localTime } from '../format/times.ts';

/** `02:30 JFK` on the day of `now`, else `02:30 JFK, Fri 02 Jan`: a deadline always says whose clock it means. */
export function deadlineText(at: number, zone: string, place: string, now: number): string {
  const day = localDay(at, zone);
  const text = `${localTime(at, zone)} ${place}`;
  return day === localDay(now, zone) ? text : `${text}, ${dateLabel(day)}`;
}

/** `13:58:10`: the history tells seconds, as two entries often share a minute. */
export const clockText = (at: number, zone: string): string => `${localTime(at, zone)}:${new Date(at).toISOString().slice(17, 19)}`;
