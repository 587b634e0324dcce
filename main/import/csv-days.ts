import { parse } from 'csv-parse/sync';
import { type CalendarFile, type CalendarSpan, isDate, type NamedDay } from './calendar-day.ts';
import { quoted } from './faults.ts';

/** Faults that are told at once. A file with more of them is not such a file. */
const FAULTS_TOLD_MAX = 3;

interface ReadLine {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** The days of a CSV with the columns `date` and `name`, in any order, separated by commas, semicolons or tabs. Other columns are left out. */
export function csvDays(text: string, span: CalendarSpan): CalendarFile {
  let lines: ReadLine[];
  try {
    const told = { delimiter: [',', ';', '\t'], trim: true, skip_empty_lines: true, relax_column_count: true, info: true };
    // The types do not know that each record comes with its line.
    lines = parse(text, told) as unknown as ReadLine[];
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : 'it is damaged' };
  }
  const header = lines[0]?.record.map((column) => column.toLowerCase()) ?? [];
  const [dateAt, nameAt] = [header.indexOf('date'), header.indexOf('name')];
  if (dateAt < 0 || nameAt < 0) return { unreadable: 'its first line does not name the columns date and name' };
  const days: NamedDay[] = [];
  const faults: string[] = [];
  let later = 0;
  for (const { record, info } of lines.slice(1)) {
    const [date = '', name = ''] = [record[dateAt], record[nameAt]];
    if (!isDate(date)) faults.push(`line ${info.lines}: ${quoted(date)} is not a date, such as 2026-12-25`);
    else if (date > span.last) later += 1;
    else days.push({ date, name });
  }
  if (faults.length > 0) {
    const more = faults.length > FAULTS_TOLD_MAX ? `; and ${faults.length - FAULTS_TOLD_MAX} more` : '';
    return { unreadable: `${faults.slice(0, FAULTS_TOLD_MAX).join('; ')}${more}` };
  }
  return { name: null, days, later };
}
