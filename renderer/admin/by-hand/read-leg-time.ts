import { dayNumber } from '../../../shared/instants.ts';
import { localDay, localTime } from '../../format/times.ts';

/** A local time, and how many days after the date of its flight. */
export interface LegTime {
  readonly time: string;
  readonly day: number;
}

/** Reads `11:30`, `1130`, `930`, `00:30+1`, `2355-1`. Undefined when the text is no time. */
export function readLegTime(text: string): LegTime | undefined {
  const found = /^(\d{1,2}):?(\d{2})\s*([+\u2212-]\d)?$/.exec(text.trim());
  if (!found || Number(found[1]) > 23 || Number(found[2]) > 59) return undefined;
  const [, hour = '', minute = '', day = '0'] = found;
  return { time: `${hour.padStart(2, '0')}:${minute}`, day: Number(day.replace('\u2212', '-')) || 0 };
}

/** The same text of a moment, for a flight of a date: `00:30+1`. */
export function legTimeText(at: number, zone: string, date: string): string {
  const day = dayNumber(localDay(at, zone)) - dayNumber(date);
  return `${localTime(at, zone)}${day === 0 ? '' : `${day > 0 ? '+' : '-'}${Math.abs(day)}`}`;
}
