import { parse } from 'csv-parse/sync';
import { assert } from '../../shared/assert.ts';
import { CARRIER_CODE } from '../../shared/carrier-code.ts';
import { dayNumber } from '../../shared/instants.ts';
import type { Reference } from '../reference/reference.ts';
import { choosePlan } from './choose-plan.ts';
import { configurationSaid } from './configuration-said.ts';
import { type Column, columnName, isColumn, likelyColumn, NEEDED } from './csv-columns.ts';
import { readCompetitor, readFare } from './csv-fares.ts';
import { expandLeg } from './expand-leg.ts';
import { Faults, quoted } from './faults.ts';
import { PERIOD_DAYS_MAX } from './import-bounds.ts';
import type { LegEnd, LegPattern } from './leg-pattern.ts';
import type { Line } from './line-splitter.ts';
import type { ReadLeg } from './read-leg.ts';
import { flightTold, type ReadReport } from './read-report.ts';

/** A first line with so many known columns is a header. */
const COLUMNS_OF_HEADER_MIN = 4;
/** Blank, or what SSIM writes in bytes 173 to 192. */
const CONFIGURATION = /^(?:[A-Z]{1,2}\d+)*(?:VV[A-Z0-9]*)?$/;
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

  /** Whether a file's first line is the header of this form: it names some of the columns. */
  static recognises(firstLine: string): boolean {
    const columns = new Set(namesOf(firstLine).filter(isColumn));
    return columns.size >= COLUMNS_OF_HEADER_MIN || (columns.has('carrier') && columns.has('number'));
  }

  *line({ number, text }: Line): Generator<ReadLeg> {
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
    else yield { pattern, flights: expandLeg(pattern, this.#reference, this.#report) };
  }

  /** Why the file as a whole cannot be used; undefined when it can. */
  end(): string | undefined {
    if (!this.#places) return 'The file is empty';
    if (this.#twice !== undefined) return `The header has two columns ${this.#twice}`;
    const names = [...this.#places.keys()];
    const missing = NEEDED.filter((column) => !this.#places?.has(column));
    const meant = missing.flatMap((column) =>
      names.filter((name) => !isColumn(name) && likelyColumn(name) === column).map((name) => [name, column]),
    );
    if (missing.length === 0) return undefined;
    const asked = meant.map(([name, column]) => `. Did you mean ${column} by ${quoted(name ?? '')}?`).join('');
    return `The header lacks ${missing.join(', ')}${asked}`;
  }

  /** A column that is not understood might hold prices or times: a person must know of it before the schedule is applied. */
  #header(line: number, text: string): void {
    const names = namesOf(text);
    this.#places = new Map(names.map((name, place) => [name, place]));
    this.#width = names.length;
    this.#twice = names.find((name, place) => isColumn(name) && names.indexOf(name) < place);
    for (const name of new Set(names)) {
      if (isColumn(name)) continue;
      const likely = likelyColumn(name);
      const times = names.filter((other) => other === name).length;
      const told = name === '' ? 'A column without a name' : `The column ${quoted(name)}`;
      const asked = likely ? `. Did you mean ${likely}?` : '';
      this.#report.alert(line, `${told} is not understood and is left out${times > 1 ? ` (${times} times)` : ''}${asked}`);
    }
  }

  /** The leg, or all reasons why the row is refused. */
  #pattern(line: number, row: Row): LegPattern | string {
    const faults = new Faults();
    const carrier = row('carrier').toUpperCase();
    const suffix = row('suffix').toUpperCase();
    const number = row('number');
    if (!CARRIER_CODE.test(carrier)) faults.add(`carrier ${quoted(carrier)} is not two characters`);
    if (!/^\d{1,4}$/.test(number) || Number(number) === 0) faults.add(`number ${quoted(number)} is not 1 to 9999`);
    if (!/^[A-Z]?$/.test(suffix)) faults.add(`suffix ${quoted(suffix)} is not a letter`);

    const fromDay = readDay('from', row('from'), faults);
    const toDay = row('to') === '' ? fromDay : readDay('to', row('to'), faults);
    if (fromDay !== undefined && toDay !== undefined) {
      if (toDay < fromDay) faults.add('The period ends before it begins');
      if (toDay - fromDay >= PERIOD_DAYS_MAX) faults.add(`The period is longer than ${PERIOD_DAYS_MAX} days`);
    }
    const days = row('days') === '' ? '1234567' : row('days');
    if (!/^[1-7]{1,7}$/.test(days)) faults.add(`days ${quoted(days)} are not digits 1 (Monday) to 7`);
    const frequency = row('frequency') === '' ? '1' : row('frequency');
    if (!/^[12]$/.test(frequency)) faults.add(`frequency ${quoted(frequency)} is neither 1 nor 2`);

    const departsDay = row('departs_day') === '' ? '0' : row('departs_day');
    const departure = this.#end('origin', row('origin'), 'departs', row('departs'), departsDay, faults);
    const arrival = this.#end('destination', row('destination'), 'arrives', row('arrives'), row('arrives_day'), faults);
    if (departure && departure.airport === arrival?.airport) faults.add(`origin and destination are both ${departure.airport.code}`);
    const equipment = row('equipment').toUpperCase();
    const configuration = row('configuration').toUpperCase();
    if (!CONFIGURATION.test(configuration)) faults.add(`configuration ${quoted(configuration)} is not seats of cabins, such as J14W34Y316`);
    const plan = choosePlan({ equipment, configuration }, this.#reference, faults);
    const { fare, currency } = readFare(row('base_fare'), row('currency'), faults);
    const competitor = readCompetitor(row('competitor_fare'), row('competitor_read'), currency, faults);
    if (faults.text !== undefined) return faults.text;
    assert(fromDay !== undefined && toDay !== undefined && departure && arrival && plan, 'a row without a fault is whole');
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
      configuration: configurationSaid(configuration),
      plan,
      fare,
      currency,
      competitor,
    };
  }

  #end(placeColumn: string, code: string, timeColumn: string, time: string, shift: string, faults: Faults): LegEnd | undefined {
    const airport = this.#reference.airport(code.toUpperCase()) ?? faults.add(`${placeColumn}: no airport is called ${quoted(code)}`);
    const match = /^([01]?\d|2[0-4]):?([0-5]\d)$/.exec(time);
    const minute = Number(match?.[1]) * 60 + Number(match?.[2]);
    if (!match || minute > 1440) faults.add(`${timeColumn} ${quoted(time)} is not a time, such as 21:30`);
    if (!/^(|-1|[0-2])$/.test(shift)) faults.add(`${timeColumn}_day ${quoted(shift)} is none of -1, 0, 1, 2`);
    return airport && { airport, minute, dayShift: shift === '' ? undefined : Number(shift), variation: undefined };
  }
}

const namesOf = (line: string): string[] => {
  const fields = fieldsOf(line);
  return typeof fields === 'string' ? [] : fields.map(columnName);
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

function readDay(column: 'from' | 'to', text: string, faults: Faults): number | undefined {
  return dayOf(text) ?? faults.add(`${column} ${quoted(text)} is not a date from 1971 to 2199, such as 2026-11-21`);
}

function dayOf(text: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match || Number(match[1]) < 1971 || Number(match[1]) > 2199) return undefined;
  const real = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))).toISOString().startsWith(text);
  return real ? dayNumber(text) : undefined;
}
