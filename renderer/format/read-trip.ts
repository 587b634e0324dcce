import { isMonth, readDate } from './read-date.ts';

/** The day of a way out, and that of the way back; `back` is empty one way. */
export interface Trip {
  readonly date: string;
  readonly back: string;
}

/** `5 JAN` is one word: `5JAN`. */
export const joinDays = (words: readonly string[]): string[] =>
  words
    .join(' ')
    .replace(/(?<!\S)(\d{1,2}) ([A-Z]{3})(?!\S)/gi, (both, day: string, word: string) => (isMonth(word) ? day + word : both))
    .split(' ');

/**
 * Reads one day or two: `5JAN`, `5JAN 12JAN`, `5 JAN - 12 JAN`, `tomorrow +7`, where `+7` counts from the way out. Undefined when the text is no date,
 * null when there is no such day. `today` is the local date there.
 */
export function readTrip(text: string, today: string): Trip | null | undefined {
  const words = text
    .trim()
    .toUpperCase()
    .split(/\s*[\u2013/]\s*|\s+-\s+|\s+TO\s+|\s+|-(?=\d{1,2}[A-Z])/);
  const [first = '', second, ...more] = joinDays(words);
  const date = readDate(first, today, 'ahead');
  if (more.length > 0 || date === undefined) return undefined;
  if (date === null) return null;
  if (second === undefined) return { date, back: '' };
  // A day without a year is the next one after the way out.
  const back = readDate(second, /^[+\d]/.test(second) ? date : today, 'ahead');
  return typeof back === 'string' ? { date, back } : back;
}
