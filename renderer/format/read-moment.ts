import { clockOf } from '../../shared/clock-of.ts';
import { DAY_MS, dayNumber, HOUR_MS, MINUTE_MS } from '../../shared/instants.ts';
import { readDate } from './read-date.ts';
import { localDay, localTime } from './times.ts';

const TIME = /^([01]?\d|2[0-3]):?([0-5]\d)$/;

/** Whether the clocks of the zone show this date and minutes of the day at a moment. */
const shows = (at: number, zone: string, date: string, minutes: number): boolean =>
  localDay(at, zone) === date && localTime(at, zone) === clockOf(minutes);

/** Zones are ahead of UTC by whole quarters of an hour, from -12 to +14 hours. */
function momentOf(date: string, minutes: number, zone: string): number | undefined {
  const asUtc = dayNumber(date) * DAY_MS + minutes * MINUTE_MS;
  for (let ahead = 14 * HOUR_MS; ahead >= -12 * HOUR_MS; ahead -= 15 * MINUTE_MS) {
    const at = asUtc - ahead;
    if (shows(at, zone, date, minutes)) return at;
  }
  return undefined;
}

/**
 * Reads a moment as the clocks of a zone show it: `24NOV 06:00`, `tomorrow 0600`, `18:30` of today, `24NOV` at 00:00. A time that exists twice is
 * the earlier one. Gives UTC milliseconds, or what is wrong with the text.
 */
export function readMoment(text: string, zone: string, today: string): number | string {
  const words = text.trim().toUpperCase().split(/\s+/);
  const time = TIME.exec(words.at(-1) ?? '');
  const day = time ? words.slice(0, -1).join('') : words.join('');
  const date = day === '' ? today : readDate(day, today, 'ahead');
  if (date === undefined) return 'Write a time: now, 18:30, or 24NOV 06:00.';
  if (date === null) return `There is no day ${day}.`;
  const minutes = time ? Number(time[1]) * 60 + Number(time[2]) : 0;
  return momentOf(date, minutes, zone) ?? 'The clocks skip this time.';
}
