import type { HolidayCalendar } from '../../shared/methods/holiday-calendar.ts';
import { HOLIDAYS_MAX } from '../../shared/pricing/policy.ts';
import type { CalendarSpan, NamedDay } from './calendar-day.ts';
import { csvDays } from './csv-days.ts';
import { icsDays } from './ics-days.ts';

/** A clause that says why a file is no calendar of holidays. */
export type CalendarRead = { readonly calendar: HolidayCalendar } | { readonly unreadable: string };

const NAME_LENGTH_MAX = 40;

/**
 * Reads public holidays from an iCalendar file or from a CSV with the columns date and name. Only days of the span count, so that an event
 * which repeats each year for ever has an end. Each day comes once; if it has several names, they stand in one.
 */
export function readHolidayCalendar(bytes: Uint8Array, span: CalendarSpan): CalendarRead {
  const text = textOf(bytes);
  if (text === undefined) return { unreadable: 'it is not UTF-8 text' };
  if (text.trim() === '') return { unreadable: 'it is empty' };
  const format = /^\s*BEGIN:/i.test(text) ? 'ics' : 'csv';
  const file = format === 'ics' ? icsDays(text, span) : csvDays(text, span);
  if ('unreadable' in file) return file;
  const inSpan = file.days.filter(({ date }) => date >= span.first);
  const past = file.days.length - inSpan.length;
  const days = eachOnce(inSpan);
  if (days.length === 0) return { unreadable: `it names no day from ${span.first} to ${span.last}` };
  if (days.length > HOLIDAYS_MAX)
    return { unreadable: `it names ${days.length} days from ${span.first} to ${span.last}, and a policy takes ${HOLIDAYS_MAX}` };
  const name = file.name === null ? null : printable(file.name);
  return { calendar: { format, name, days, past, later: file.later, from: span.first, to: span.last } };
}

function eachOnce(days: readonly NamedDay[]): NamedDay[] {
  const names = new Map<string, string[]>();
  for (const { date, name } of days) {
    const known = names.get(date) ?? [];
    const told = printable(name);
    if (!known.includes(told)) names.set(date, [...known, told]);
  }
  return [...names]
    .map(([date, all]) => ({ date, name: shortened(all.filter((name) => name !== '').join(', ')) || 'Holiday' }))
    .sort((one, other) => (one.date < other.date ? -1 : 1));
}

const printable = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .normalize('NFC')
    .trim();

/** Cut between two signs and never within one. */
function shortened(text: string): string {
  if (text.length <= NAME_LENGTH_MAX) return text;
  let cut = '';
  for (const sign of text)
    if (cut.length + sign.length < NAME_LENGTH_MAX) cut += sign;
    else break;
  return `${cut.trim()}…`;
}

/** UTF-8, or UTF-16 with its mark; undefined when it is neither. */
function textOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const encoding = isWide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(isWide ? bytes : unfolded(bytes)).replace(/\r\n?/g, '\n');
  } catch {
    return undefined;
  }
}

/** An iCalendar file may break a line anywhere, also within a sign of several bytes. So lines are joined before bytes become text. */
function unfolded(bytes: Uint8Array): Uint8Array {
  const raw = Buffer.from(bytes).toString('latin1');
  return /^(?:\xef\xbb\xbf)?\s*BEGIN:/i.test(raw) ? Buffer.from(raw.replace(/\r?\n[ \t]/g, ''), 'latin1') : bytes;
}
