import type { Cabin, SeatMap } from '../../../shared/seat-map.ts';
import { changeRows, type MapRow, withBulkheads, withLayout } from './map-rows.ts';

const ROW_MAX = 99;

const span = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** The map with other row numbers, from nose to tail. Wing and fixtures follow the rows that they were at. */
function renumbered(map: SeatMap, numbers: readonly number[]): SeatMap {
  const now = new Map(map.rows.map((row, index) => [row.row, numbers[index] ?? row.row]));
  const follow = (row: number) => now.get(row) ?? row;
  return {
    ...map,
    rows: map.rows.map((row) => ({ ...row, row: follow(row.row) })),
    fixtures: map.fixtures.map((fixture) => ({ ...fixture, before: follow(fixture.before) })),
    wing: { from: follow(map.wing.from), to: follow(map.wing.to) },
  };
}

/** Numbers as they are, or as much higher as it takes to ascend. */
function ascending(numbers: readonly number[]): number[] {
  let last = 0;
  return numbers.map((number) => {
    last = Math.max(number, last + 1);
    return last;
  });
}

/** Copies of rows behind the last of them: layout and cabin, no exits and no codes. Rows behind get higher numbers only where they must. */
export function addRows(map: SeatMap, from: number, to: number): SeatMap | string {
  const copied = map.rows.slice(from, to + 1);
  const last = copied.at(-1);
  if (!last) return map;
  const behind = map.rows.slice(to + 1);
  const numbers = ascending([
    ...map.rows.slice(0, to + 1).map(({ row }) => row),
    ...copied.map((_, index) => last.row + 1 + index),
    ...behind.map(({ row }) => row),
  ]);
  if ((numbers.at(-1) ?? 0) > ROW_MAX) return `A row number is at most ${ROW_MAX}.`;
  const moved = renumbered(map, numbers.toSpliced(to + 1, copied.length));
  const added = copied.map(({ cabin, layout }, index): MapRow => ({ row: numbers[to + 1 + index] ?? ROW_MAX, cabin, layout }));
  return withBulkheads(moved, { ...moved, rows: moved.rows.toSpliced(to + 1, 0, ...added) });
}

/** Without these rows. What stood before one stands before the next row that is left; the wing ends at rows that are left. */
export function removeRows(map: SeatMap, from: number, to: number): SeatMap | string {
  const rows = map.rows.toSpliced(from, to - from + 1);
  if (rows.length === 0) return 'A map has at least one row.';
  const left = new Set(rows.map(({ row }) => row));
  const gone = new Set(map.rows.map(({ row }) => row).filter((row) => !left.has(row)));
  const next = rows[from]?.row ?? 0;
  const inward = (row: number, near: MapRow | undefined) => (gone.has(row) ? (near ?? rows.at(-1) ?? { row }).row : row);
  const wing = { from: inward(map.wing.from, rows[from]), to: inward(map.wing.to, rows[from - 1] ?? rows[0]) };
  return withBulkheads(map, {
    ...map,
    rows,
    fixtures: map.fixtures.map((fixture) => (gone.has(fixture.before) ? { ...fixture, before: next } : fixture)),
    wing: wing.from <= wing.to ? wing : { from: wing.to, to: wing.to },
  });
}

/** Exits on all these rows; when all of them have one already, on none. */
export function toggleExit(map: SeatMap, from: number, to: number): SeatMap {
  const exit = !map.rows.slice(from, to + 1).every((row) => row.exit === true);
  return changeRows(map, span(from, to), ({ exit: _, ...row }) => (exit ? { ...row, exit } : row));
}

/** The wing from one row to another. */
export function setWing(map: SeatMap, from: number, to: number): SeatMap {
  const [first, last] = [map.rows[from], map.rows[to]];
  return first && last ? { ...map, wing: { from: first.row, to: last.row } } : map;
}

/** What is typed for rows; what is left out stays as it is. */
export interface RowWish {
  /** Number of the first of them; the others keep their distance from it. */
  readonly row?: number;
  readonly cabin?: Cabin;
  readonly layout?: string;
}

const LAYOUT = /^[A-HJ-Z ]+$/;

/** What the letters of a layout cannot be, in a sentence. `aisles`: how many it must have. The editor asks for the rest of the whole map. */
function wrongLayout(layout: string, aisles: number | null): string | undefined {
  if (!LAYOUT.test(layout)) return 'Letters are seats and spaces are aisles, as in ABC DEF. The letter I is not used.';
  const own = layout.split(' ').length - 1;
  if (aisles === null || own === aisles) return undefined;
  return `Every row of this map has ${aisles} ${aisles === 1 ? 'aisle' : 'aisles'}. Select all rows to change that.`;
}

/** Rows as they were typed, or the sentence that says what is wrong. All rows together may get another number of aisles. */
export function typeRows(map: SeatMap, from: number, to: number, { row, cabin, layout }: RowWish): SeatMap | string {
  const isWhole = from === 0 && to === map.rows.length - 1;
  const aisles = (map.rows[0]?.layout ?? '').split(' ').length - 1;
  const wrong = layout === undefined ? undefined : wrongLayout(layout, isWhole ? null : aisles);
  if (wrong) return wrong;
  const shift = row === undefined ? 0 : row - (map.rows[from]?.row ?? 0);
  const numbers = map.rows.map((each, index) => (index >= from && index <= to ? each.row + shift : each.row));
  if (numbers.some((number) => number < 1 || number > ROW_MAX)) return `Row numbers are 1 to ${ROW_MAX}.`;
  const moved = renumbered(map, numbers);
  const typed = changeRows(moved, span(from, to), (each) => {
    const own = cabin === undefined ? each : { ...each, cabin };
    return layout === undefined ? own : withLayout(own, layout);
  });
  const blocks = typed.rows[0]?.layout.split(' ').length ?? 1;
  return withBulkheads(moved, { ...typed, fixtures: typed.fixtures.filter(({ block }) => block < blocks) });
}
