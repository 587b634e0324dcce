import { parse } from 'csv-parse/sync';
import { FARE_UNITS_MAX } from '../../shared/bounds.ts';
import { decimalsOf, isCurrency } from '../../shared/currencies.ts';
import { dayNumber } from '../../shared/instants.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { FARE_CURRENCY } from '../reference/base-fare.ts';
import type { Reference } from '../reference/reference.ts';
import type { ScheduledFlight } from '../store/tables/scheduled-flight.ts';
import { PERIOD_DAYS_MAX } from './import-bounds.ts';
import { expandLeg, type LegEnd, type LegPattern } from './leg-pattern.ts';
import type { Line } from './line-splitter.ts';
import { flightTold, type ReadReport } from './read-report.ts';

/** Columns of the schedule CSV (docs/schedule-csv.md). */
const NEEDED = ['carrier', 'number', 'origin', 'destination', 'from', 'departs', 'arrives', 'equipment'] as const;
const OPTIONAL = ['suffix', 'to', 'days', 'frequency', 'departs_day', 'arrives_day', 'base_fare', 'currency'] as const;
const KNOWN: ReadonlySet<string> = new Set([...NEEDED, ...OPTIONAL]);
type Column = (typeof NEEDED)[number] | (typeof OPTIONAL)[number];
type Row = (column: Column) => string;

/** Reads lines of the schedule CSV: one row a leg, repeating on certain weekdays of a period. */
export class CsvReader {
  readonly #reference: Reference;
  readonly #report: ReadReport;
  #places: ReadonlyMap<string, number> | undefined;
  #width = 0;
  #twice: string | undefined;

  constructor(reference: Reference, report: ReadReport) {
    this.#reference = reference;
    this.#report = report;
  }

  /** Whether a file's first line is the header of this form. */
  static recognises(firstLine: string): boolean {
    const names = headerOf(firstLine);
    return names.includes('carrier') && names.includes('number');
  }

  *line({ number, text }: Line): Generator<ScheduledFlight> {
    if (text.trim() === '') return;
    if (!this.#places) {
      this.#header(number, text);
      return;
    }
    this.#report.legs += 1;
    const fields = fieldsOf(text);
    if (typeof fields === 'string') return this.#report.refuse(number, fields);
    const places = this.#places;
    const row: Row = (column) => fields[places.get(column) ?? -1]?.trim() ?? '';
    const flight = flightTold(row('carrier').toUpperCase(), row('number'));
    if (fields.length !== this.#width)
      return this.#report.refuse(number, `The row has ${fields.length} fields, the header ${this.#width}`, flight);
    const pattern = this.#pattern(number, row);
    if (typeof pattern === 'string') this.#report.refuse(number, pattern, flight);
    else yield* expandLeg(pattern, this.#reference, this.#report);
  }

  /** Why the file as a whole cannot be used; undefined when it can. */
  end(): string | undefined {
    if (!this.#places) return 'The file is empty';
    if (this.#twice !== undefined) return `The header has two columns ${this.#twice}`;
    const missing = NEEDED.filter((column) => !this.#places?.has(column));
    return missing.length > 0 ? `The header lacks ${missing.join(', ')}` : undefined;
  }

  #header(line: number, text: string): void {
    const names = headerOf(text);
    this.#places = new Map(names.map((name, place) => [name, place]));
    this.#width = names.length;
    const unknown = names.filter((name) => !KNOWN.has(name));
    this.#twice = names.find((name, place) => KNOWN.has(name) && names.indexOf(name) < place);
    if (unknown.length > 0) this.#report.warn(line, `Columns that mean nothing here are left out: ${unknown.join(', ').slice(0, 200)}`);
  }

  #pattern(line: number, row: Row): LegPattern | string {
    const carrier = row('carrier').toUpperCase();
    const suffix = row('suffix').toUpperCase();
    const number = row('number');
    if (!/^(?=.*[A-Z])[A-Z0-9]{2}$/.test(carrier)) return `carrier ${quoted(carrier)} is not two characters`;
    if (!/^\d{1,4}$/.test(number) || Number(number) === 0) return `number ${quoted(number)} is not 1 to 9999`;
    if (!/^[A-Z]?$/.test(suffix)) return `suffix ${quoted(suffix)} is not a letter`;

    const fromDay = dayOf(row('from'));
    if (fromDay === undefined) return `from ${quoted(row('from'))} is not a date from 1971 to 2199, such as 2026-11-21`;
    const toDay = row('to') === '' ? fromDay : dayOf(row('to'));
    if (toDay === undefined) return `to ${quoted(row('to'))} is not a date from 1971 to 2199, such as 2026-11-21`;
    if (toDay < fromDay) return 'The period ends before it begins';
    if (toDay - fromDay >= PERIOD_DAYS_MAX) return `The period is longer than ${PERIOD_DAYS_MAX} days`;
    const days = row('days') === '' ? '1234567' : row('days');
    if (!/^[1-7]{1,7}$/.test(days)) return `days ${quoted(days)} are not digits 1 (Monday) to 7`;
    const frequency = row('frequency') === '' ? '1' : row('frequency');
    if (!/^[12]$/.test(frequency)) return `frequency ${quoted(frequency)} is neither 1 nor 2`;

    const departure = this.#end('origin', row('origin'), 'departs', row('departs'), row('departs_day') === '' ? '0' : row('departs_day'));
    if (typeof departure === 'string') return departure;
    const arrival = this.#end('destination', row('destination'), 'arrives', row('arrives'), row('arrives_day'));
    if (typeof arrival === 'string') return arrival;
    if (departure.airport.code === arrival.airport.code) return `origin and destination are both ${departure.airport.code}`;
    const equipment = row('equipment').toUpperCase();
    const plan = this.#reference.seatPlanFor(equipment);
    if (!plan) return `There is no seat map for equipment ${quoted(equipment)}`;
    const currency = row('currency') === '' ? FARE_CURRENCY : row('currency').toUpperCase();
    if (!isCurrency(currency)) return `currency ${quoted(row('currency'))} is not the ISO 4217 code of a currency, such as USD`;
    const fare = fareOf(row('base_fare'), currency);
    if (fare === undefined && currency !== FARE_CURRENCY)
      return `base_fare is needed for a flight in ${currency}: fares by distance are in ${FARE_CURRENCY}`;
    if (fare === null)
      return `base_fare ${quoted(row('base_fare'))} is not an amount in ${currency}, such as ${example(currency)}, of at most ${FARE_UNITS_MAX}`;
    return {
      line,
      carrier,
      number: Number(number),
      suffix,
      departure,
      arrival,
      fromDay,
      toDay,
      weekdays: Array.from({ length: 7 }, (_, weekday) => days.includes(String(weekday + 1))),
      everyWeeks: frequency === '2' ? 2 : 1,
      times: 'local',
      equipment,
      seatMap: plan.map.id,
      fare,
      currency,
    };
  }

  #end(placeColumn: string, code: string, timeColumn: string, time: string, shift: string): LegEnd | string {
    const airport = this.#reference.airport(code.toUpperCase());
    if (!airport) return `${placeColumn}: no airport is called ${quoted(code)}`;
    const match = /^([01]?\d|2[0-4]):?([0-5]\d)$/.exec(time);
    const minute = Number(match?.[1]) * 60 + Number(match?.[2]);
    if (!match || minute > 1440) return `${timeColumn} ${quoted(time)} is not a time, such as 21:30`;
    if (!/^(|-1|[0-2])$/.test(shift)) return `${timeColumn}_day ${quoted(shift)} is none of -1, 0, 1, 2`;
    return { airport, minute, dayShift: shift === '' ? undefined : Number(shift), variation: undefined };
  }
}

const headerOf = (line: string): string[] => {
  const fields = fieldsOf(line.replace(/^\uFEFF/, ''));
  return typeof fields === 'string' ? [] : fields.map((name) => name.trim().toLowerCase());
};

/** One line as fields, or why it is none. A field never goes over several lines, so a stray quote spoils its own row alone. */
function fieldsOf(text: string): string[] | string {
  // A control character has no business in a schedule; it is refused before any parser sees it.
  if (/\p{Cc}/u.test(text.replaceAll('\t', ' '))) return 'The row holds control characters';
  if (text.includes('\uFFFD')) return 'The row is not UTF-8 text';
  if (!text.includes('"')) return text.split(',');
  try {
    return (parse(text, { relax_column_count: true }) as string[][])[0] ?? [];
  } catch {
    return 'The quotes of the row do not match';
  }
}

function dayOf(text: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match || Number(match[1]) < 1971 || Number(match[1]) > 2199) return undefined;
  const real = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))).toISOString().startsWith(text);
  return real ? dayNumber(text) : undefined;
}

/** Minor units; undefined when blank, null when it is no amount. Decimals are all there or left out: `1.5` may mean anything. */
function fareOf(text: string, currency: string): number | undefined | null {
  if (text === '') return undefined;
  const decimals = decimalsOf(currency);
  const [, whole = '', part] = /^(\d{1,9})(?:\.(\d+))?$/.exec(text) ?? [];
  const amount = Number(whole + (part ?? '0'.repeat(decimals)));
  const written = whole !== '' && (part === undefined || part.length === decimals);
  // A seat that costs nothing could be held and never sold, since a tender takes at least one minor unit.
  return written && amount >= 1 && amount <= FARE_UNITS_MAX * 10 ** decimals ? amount : null;
}

const example = (currency: string): string => moneyText(minor(129 * 10 ** decimalsOf(currency)), currency);

const quoted = (text: string): string => `"${text.slice(0, 40)}"`;
