import { parse } from 'csv-parse/sync';
import { FLEET_FIXTURES_MAX, FLEET_ROWS_MAX } from '../../shared/bounds.ts';
import { type FleetDraft, type FleetFault, fleetDraft } from '../../shared/methods/fleet.ts';
import type { MapRead } from './map-read.ts';

const COLUMNS = ['row', 'cabin', 'layout', 'exit', 'wing', 'codes', 'before'] as const;
type Column = (typeof COLUMNS)[number];
const NEEDED: readonly Column[] = ['row', 'cabin', 'layout'];
/** In the column `row`: what stands behind the last row. */
const END = 'end';

interface ReadLine {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}
type Row = FleetDraft['rows'][number];
type Fixture = FleetDraft['fixtures'][number];

const rowSchema = fleetDraft.shape.rows.element;
const fixtureSchema = fleetDraft.shape.fixtures.element;

/** Whether a first line names the columns of such a file. */
export const isCsvMap = (text: string): boolean => {
  const names = headerOf((/^[^\r\n]*/.exec(text)?.[0] ?? '').split(/[,;\t]/));
  return NEEDED.some((column) => names.includes(column));
};

const headerOf = (record: readonly string[]): string[] => record.map((name) => name.replaceAll('"', '').trim().toLowerCase());

/** Reads the rows of a map from a CSV with a line for each row (docs/seat-maps.md). */
export function readCsvMap(text: string): MapRead {
  let lines: ReadLine[];
  try {
    const told = {
      delimiter: [',', ';', '\t'],
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      relax_column_count: true,
      info: true,
    };
    // The types do not know that each record comes with its line.
    lines = parse(text, told) as unknown as ReadLine[];
  } catch (error) {
    return { draft: null, faults: [{ line: null, row: null, problem: error instanceof Error ? error.message : 'the text is damaged' }] };
  }
  const header = headerOf(lines[0]?.record ?? []);
  const strange = header.filter((name) => !(COLUMNS as readonly string[]).includes(name));
  const missing = NEEDED.filter((name) => !header.includes(name));
  const faults: FleetFault[] = [];
  if (missing.length > 0) faults.push({ line: 1, row: null, problem: `the columns ${missing.join(', ')} are missing` });
  if (strange.length > 0)
    faults.push({ line: 1, row: null, problem: `no column is called ${strange.map((name) => `"${name}"`).join(', ')}` });
  if (missing.length > 0) return { draft: null, faults };

  const reader = new RowReader(header, faults);
  for (const { record, info } of lines.slice(1)) reader.read(record, info.lines);
  return reader.end();
}

class RowReader {
  readonly #header: readonly string[];
  readonly #faults: FleetFault[];
  readonly #rows: Row[] = [];
  readonly #lines: number[] = [];
  readonly #fixtures: Fixture[] = [];
  readonly #wing: number[] = [];

  constructor(header: readonly string[], faults: FleetFault[]) {
    this.#header = header;
    this.#faults = faults;
  }

  read(record: readonly string[], line: number): void {
    const cell = (column: Column): string => record[this.#header.indexOf(column)] ?? '';
    const fault = (problem: string): void => void this.#faults.push({ line, row: null, problem });
    const name = cell('row').trim();
    const row = name.toLowerCase() === END ? 0 : Number(name);
    for (const said of words(cell('before'))) {
      const [kind, block] = said.split(':');
      const read = fixtureSchema.safeParse({ kind, before: row, block: Number(block ?? Number.NaN) });
      if (read.success) this.#fixtures.push(read.data);
      else fault(`before "${said}" is not such as galley:0`);
    }
    if (row === 0) return;
    // Spreadsheets lose a blank at the beginning of a cell, so an aisle may be written as _ too.
    const layout = cell('layout').toUpperCase().replaceAll('_', ' ');
    const seats: Record<string, string[]> = {};
    for (const said of words(cell('codes'))) {
      const [code, letters] = said.toUpperCase().split(':');
      if (!code || !letters) fault(`codes "${said}" is not such as L:ABC`);
      else for (const letter of letters) seats[letter] = [...(seats[letter] ?? []), code];
    }
    const [exit, wing] = [yes(cell('exit')), yes(cell('wing'))];
    if (exit === undefined || wing === undefined) fault('exit and wing are yes, no or empty');
    const read = rowSchema.safeParse({
      ...{ row, cabin: cell('cabin').trim().toUpperCase(), layout },
      ...(exit ? { exit } : {}),
      ...(Object.keys(seats).length > 0 ? { seats } : {}),
    });
    if (!read.success) {
      for (const { path } of read.error.issues) fault(WRONG[String(path[0])]?.(cell) ?? 'the line cannot be read');
      return;
    }
    this.#rows.push(read.data);
    this.#lines.push(line);
    if (wing) this.#wing.push(row);
  }

  end(): MapRead {
    const [rows, fixtures, faults] = [this.#rows, this.#fixtures, this.#faults];
    if (rows.length > FLEET_ROWS_MAX) faults.push({ line: null, row: null, problem: `there are more than ${FLEET_ROWS_MAX} rows` });
    if (fixtures.length > FLEET_FIXTURES_MAX)
      faults.push({ line: null, row: null, problem: `there are more than ${FLEET_FIXTURES_MAX} galleys, lavatories and the like` });
    if (faults.length > 0) return { draft: null, faults };
    // Without the wing in the file it is drawn at the middle third.
    const [from, to] = [
      this.#wing[0] ?? rows[Math.floor(rows.length / 3)]?.row,
      this.#wing.at(-1) ?? rows[Math.floor((rows.length * 2) / 3)]?.row,
    ];
    const draft = {
      ...{ name: null, carrier: null, equipment: null, configuration: null, deck: 'main' as const },
      ...{ rows, fixtures, wing: { from: from ?? 1, to: to ?? 1 } },
    };
    return { draft, faults, lineOfRow: (place) => this.#lines[place] ?? null };
  }
}

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Undefined for another word. */
const yes = (text: string): boolean | undefined => {
  const said = text.trim().toLowerCase();
  return said === 'yes' ? true : said === 'no' || said === '' ? false : undefined;
};

/** What to say of a cell that cannot be read. */
const WRONG: Readonly<Record<string, (cell: (column: Column) => string) => string>> = {
  row: (cell) => `row "${cell('row')}" is no number from 1 to 99`,
  cabin: (cell) => `cabin "${cell('cabin')}" is none of F, J, W, Y`,
  layout: (cell) => `layout "${cell('layout')}" is not letters without I and blanks for aisles, such as ABC DEF`,
  seats: (cell) => `codes "${cell('codes')}" are not such as L:ABC`,
};
