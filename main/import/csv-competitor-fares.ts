import { parse } from 'csv-parse/sync';
import { isCurrency } from '../../shared/currencies.ts';
import { parseDesignator } from '../../shared/flight-designator.ts';
import { HOUR_MS, type Instant } from '../../shared/instants.ts';
import type { FareLine, FareSubject } from '../rules/competitor-fare.ts';
import { isDate } from './calendar-day.ts';
import { columnName } from './csv-columns.ts';
import { fareOf, momentOf, noAmount } from './csv-fares.ts';
import { Faults, quoted } from './faults.ts';

interface FareProblem {
  readonly line: number;
  readonly problem: string;
}

/** The lines of a file, and what is wrong with others; or why it cannot be used, as a clause. */
export type FareFile = { readonly lines: readonly FareLine[]; readonly problems: readonly FareProblem[] } | { readonly unreadable: string };

const COLUMNS = ['flight', 'route', 'date', 'fare', 'currency', 'read', 'age_hours'] as const;
type Column = (typeof COLUMNS)[number];
type Row = (column: Column) => string;
const AGE_HOURS_MAX = 8_760;

interface ReadRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads a CSV of competitors’ fares: `flight` or `route`, `date`, `fare`, `currency`, and `read` (an instant in UTC) or `age_hours` (before `now`).
 * Columns stand in any order; others are left out. docs/pricing.md describes it.
 */
export function readFareFile(bytes: Uint8Array, now: Instant): FareFile {
  let records: ReadRecord[];
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const told = { bom: true, delimiter: [',', ';', '\t'], trim: true, skip_empty_lines: true, relax_column_count: true, info: true };
    // The types do not know that each record comes with its line.
    records = parse(text, told) as unknown as ReadRecord[];
  } catch (error) {
    return { unreadable: error instanceof TypeError ? 'it is not UTF-8 text' : error instanceof Error ? error.message : 'it is damaged' };
  }
  const header = records[0]?.record.map(columnName) ?? [];
  const missing = missingOf(header);
  if (missing) return { unreadable: missing };
  const lines: FareLine[] = [];
  const problems: FareProblem[] = [];
  for (const { record, info } of records.slice(1)) {
    const row: Row = (column) => record[header.indexOf(column)]?.trim() ?? '';
    const read = readLine(row, now);
    if (typeof read === 'string') problems.push({ line: info.lines, problem: read });
    else lines.push({ line: info.lines, ...read });
  }
  return { lines, problems };
}

/** What the first line lacks, as a clause. */
function missingOf(header: readonly string[]): string | undefined {
  const twice = COLUMNS.find((column) => header.indexOf(column) !== header.lastIndexOf(column));
  if (twice) return `its first line names the column ${twice} twice`;
  const has = (column: Column): boolean => header.includes(column);
  const missing = [
    ...(has('flight') || has('route') ? [] : ['flight or route']),
    ...(['date', 'fare', 'currency'] as const).filter((column) => !has(column)),
    ...(has('read') || has('age_hours') ? [] : ['read or age_hours']),
  ];
  return missing.length > 0 ? `its first line does not name ${missing.join(', ')}` : undefined;
}

/** One line, or all that is wrong with it. */
function readLine(row: Row, now: Instant): Omit<FareLine, 'line'> | string {
  const faults = new Faults();
  const of = readSubject(row, faults);
  const date = row('date');
  if (!isDate(date)) faults.add(`date ${quoted(date)} is not a day, such as 2026-12-25`);
  const currency = row('currency').toUpperCase();
  if (!isCurrency(currency)) faults.add(`currency ${quoted(row('currency'))} is not the ISO 4217 code of a currency, such as USD`);
  const fare = isCurrency(currency) ? fareOf(row('fare'), currency) : undefined;
  if (isCurrency(currency) && !fare) faults.add(noAmount('fare', row('fare'), currency));
  const readAt = readReadAt(row, now, faults);
  if (faults.text !== undefined || !of || !fare || readAt === undefined) return faults.text ?? 'it cannot be read';
  return { told: row('flight').toUpperCase() || row('route').toUpperCase(), of, date, fare, currency, readAt };
}

function readSubject(row: Row, faults: Faults): FareSubject | undefined {
  const [flight, route] = [row('flight'), row('route')];
  if ((flight === '') === (route === '')) return faults.add('name a flight or a route, and not both');
  if (flight !== '') return parseDesignator(flight) ?? faults.add(`flight ${quoted(flight)} is not a flight number, such as B6101`);
  const [, origin, destination] = /^([A-Z]{3})[-– ]([A-Z]{3})$/.exec(route.toUpperCase()) ?? [];
  return origin && destination ? { origin, destination } : faults.add(`route ${quoted(route)} is not two airports, such as JFK-LAX`);
}

/** When the fare was read. One that would be read in the future is a fault of the file or of a clock. */
function readReadAt(row: Row, now: Instant, faults: Faults): number | undefined {
  const [read, age] = [row('read'), row('age_hours')];
  if ((read === '') === (age === '')) return faults.add('say when the fare was read in read or in age_hours, and not in both');
  if (age !== '')
    return /^\d{1,4}$/.test(age) && Number(age) <= AGE_HOURS_MAX
      ? now - Number(age) * HOUR_MS
      : faults.add(`age_hours ${quoted(age)} is not whole hours up to ${AGE_HOURS_MAX}`);
  const readAt = momentOf(read);
  if (readAt === undefined) return faults.add(`read ${quoted(read)} is not when the fare was read, in UTC, such as 2026-11-21T14:30Z`);
  return readAt > now ? faults.add(`read ${quoted(read)} is in the future`) : readAt;
}
