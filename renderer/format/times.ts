import { dateOfDay, dayNumber, type Instant, MINUTE_MS } from '../../shared/instants.ts';

/** As days are counted: 1970-01-01 was a Thursday. */
const DAYS = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number): string => String(value).padStart(2, '0');

const formats = new Map<string, Intl.DateTimeFormat>();

interface Local {
  readonly date: string;
  readonly time: string;
}

/** A cache of local times, by minute and zone: a row needs the day and the time of a moment, and a list is scrolled back and forth. */
const told = new Map<string, Local>();
const TOLD_MAX = 10_000;

function parts(at: number, zone: string): Local {
  const key = `${Math.floor(at / MINUTE_MS)} ${zone}`;
  const known = told.get(key);
  if (known) return known;
  if (told.size >= TOLD_MAX) told.clear();
  const local = read(at, zone);
  told.set(key, local);
  return local;
}

/** One formatter for each zone: making one costs much more than using it, and a board holds thousands of times. */
function read(at: number, zone: string): Local {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(zone, format);
  }
  const found: Record<string, string> = {};
  for (const part of format.formatToParts(at)) found[part.type] = part.value;
  return { date: `${found.year}-${found.month}-${found.day}`, time: `${found.hour}:${found.minute}` };
}

/** `07:50`, as the clock at the airport shows it. */
export const localTime = (at: Instant | number, zone: string): string => parts(at, zone).time;

/** `2026-11-21`, as the calendar at the airport shows it. */
export const localDay = (at: Instant | number, zone: string): string => parts(at, zone).date;

/** `12:50`, UTC. The screen puts Z beside it. */
export const zuluTime = (at: Instant | number): string => parts(at, 'UTC').time;

/** How many calendar days later, each in its own zone, an arrival is: -1 to 2; 0 is not shown. */
export function dayShift(departsAt: Instant | number, zoneFrom: string, arrivesAt: Instant | number, zoneTo: string): -1 | 0 | 1 | 2 {
  const [from, to] = [localDay(departsAt, zoneFrom), localDay(arrivesAt, zoneTo)];
  // Most flights land on the day on which they left, and a scroll asks for hundreds.
  if (from === to) return 0;
  return Math.max(-1, Math.min(2, dayNumber(to) - dayNumber(from))) as -1 | 0 | 1 | 2;
}

/** `+1`, `+2`, `-1` with a true minus, or nothing for the same day. */
export const dayShiftText = (shift: number): string => (shift === 0 ? '' : shift > 0 ? `+${shift}` : `\u2212${-shift}`);

/** 385 -> `6 h 25`; 64 -> `1 h 04`. */
export const elapsed = (minutes: number): string => `${Math.floor(minutes / 60)} h ${two(Math.round(minutes) % 60)}`;

const monthOf = (date: string): string => MONTHS[Number(date.slice(5, 7)) - 1] ?? '';

/** `2026-11-21` -> `Sat 21 Nov`. */
export function dateLabel(date: string): string {
  const sinceThursday = dayNumber(date) % 7;
  return `${DAYS.at(sinceThursday)} ${date.slice(8, 10)} ${monthOf(date)}`;
}

/** `Sat 21 Nov 2026`: for what outlives the year. */
export const fullDate = (date: string): string => `${dateLabel(date)} ${date.slice(0, 4)}`;

/** `2026-11-21` -> `21NOV`, as agents write it. */
export const agentDate = (date: string): string => `${date.slice(8, 10)}${monthOf(date).toUpperCase()}`;

/** 221,000 ms -> `3:41`. Rounded up, so that 0:00 is shown only when the time is over. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

/** The same for screen readers: `3 minutes 41`, `52 seconds`. */
export function countdownSpoken(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
  if (minutes === 0) return plural(seconds, 'second');
  return seconds % 60 === 0 ? plural(minutes, 'minute') : `${plural(minutes, 'minute')} ${seconds % 60}`;
}

/** `2026-11-21` and 1 -> `2026-11-22`. */
export const dateAfter = (date: string, days: number): string => dateOfDay(dayNumber(date) + days);
