const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** The age in years of the examples, so that each may travel by its type: an infant, or a child. */
const EXAMPLE_YEARS = { infant: 1, child: 8 } as const;

/** A birth date to show in an empty field, `12MAR18`. */
export const birthExample = (of: keyof typeof EXAMPLE_YEARS, today: string): string =>
  `12MAR${String((Number(today.slice(0, 4)) - EXAMPLE_YEARS[of]) % 100).padStart(2, '0')}`;

/** `12MAR1980`, as readBirthDate reads it again on any day. */
export const typedBirthDate = (date: string): string =>
  `${date.slice(8, 10)}${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''}${date.slice(0, 4)}`;

/**
 * A birth date as agents type it, `12MAR18` or `12MAR2018`, or `2018-03-12`, as `YYYY-MM-DD`. Two digits mean the
 * latest such year that is not after `today`. Undefined when there is no such day or it is still to come.
 */
export function readBirthDate(entry: string, today: string): string | undefined {
  const text = entry.trim().toUpperCase();
  const agent = /^(\d{1,2})[ -]?([A-Z]{3})[ -]?(\d{2}|\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  let date: string | undefined;
  if (iso) date = text;
  else if (agent) {
    const [, day = '', month = '', year = ''] = agent;
    const at = MONTHS.indexOf(month);
    if (at < 0) return undefined;
    const rest = `-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
    const century = Number(today.slice(0, 2));
    date = year.length === 4 ? `${year}${rest}` : `${century}${year}${rest}`;
    if (year.length === 2 && date > today) date = `${century - 1}${year}${rest}`;
  }
  if (!date || date > today || date < '1900-01-01') return undefined;
  // A day that the month does not have becomes a day of the next month, and then the text differs.
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : undefined;
}
