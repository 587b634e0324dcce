import type { Seat } from '../../shared/seat-map.ts';

/** Free seats of each row of a cabin, nose to tail and port to starboard. */
export type FreeRows = readonly (readonly Seat[])[];

const ROWS_MAX = 4;

const adjoins = (a: Seat, b: Seat): boolean => a.rowIndex === b.rowIndex && a.block === b.block && b.place === a.place + 1;

/** Also when only the aisle is between them: the last place of a block and the first of the next. */
const adjoinsAcross = (a: Seat, b: Seat): boolean => adjoins(a, b) || (b.block === a.block + 1 && a.aisle && b.aisle && b.place === 0);

/** All stretches of `count` seats of one row of which each adjoins the next. */
function stretches(row: readonly Seat[], count: number, next: (a: Seat, b: Seat) => boolean): Seat[][] {
  const found: Seat[][] = [];
  for (let from = 0; from + count <= row.length; from++) {
    const group = row.slice(from, from + count);
    if (group.every((seat, place) => place === 0 || next(group[place - 1] as Seat, seat))) found.push(group);
  }
  return found;
}

export const groupsSideBySide = (rows: FreeRows, count: number): Seat[][] => rows.flatMap((row) => stretches(row, count, adjoins));

export const groupsAcrossTheAisle = (rows: FreeRows, count: number): Seat[][] =>
  rows.flatMap((row) => stretches(row, count, adjoinsAcross)).filter((group) => group.some((seat) => seat.block !== group[0]?.block));

/** Stretches in two to four rows that follow each other, of lengths as equal as possible, and as nearly behind each other as possible. */
export function groupsInRows(rows: FreeRows, count: number): Seat[][] {
  const found: Seat[][] = [];
  for (let deep = 2; deep <= Math.min(ROWS_MAX, count); deep++) {
    for (let from = 0; from + deep <= rows.length; from++) {
      const behind = rows.slice(from, from + deep);
      if ((behind.at(-1)?.[0]?.rowIndex ?? 0) - (behind[0]?.[0]?.rowIndex ?? 0) !== deep - 1) continue;
      for (const parts of splits(count, deep)) {
        const first = stretches(behind[0] ?? [], parts[0] ?? 0, adjoinsAcross);
        for (const head of first) {
          const group = fillBehind(head, behind, parts);
          if (group) found.push(group);
        }
      }
    }
    if (found.length > 0) break;
  }
  return found;
}

/** The even split, larger parts at either end: 5 in 2 rows is 3 + 2 and 2 + 3. */
function splits(count: number, deep: number): number[][] {
  const small = Math.floor(count / deep);
  const large = count - small * deep;
  const front = Array.from({ length: deep }, (_, row) => small + (row < large ? 1 : 0));
  return large === 0 ? [front] : [front, front.toReversed()];
}

const column = (group: readonly Seat[]): number => (group[0]?.block ?? 0) * 100 + (group[0]?.place ?? 0);

function fillBehind(head: Seat[], rows: FreeRows, parts: readonly number[]): Seat[] | undefined {
  const group = [...head];
  for (let row = 1; row < parts.length; row++) {
    const options = stretches(rows[row] ?? [], parts[row] ?? 0, adjoinsAcross);
    const nearest = options.toSorted((a, b) => Math.abs(column(a) - column(head)) - Math.abs(column(b) - column(head)))[0];
    if (!nearest) return undefined;
    group.push(...nearest);
  }
  return group;
}

/** Seats anywhere in the cabin, the longest stretches first, so that as few people as possible sit alone. One answer, or none. */
export function groupsApart(rows: FreeRows, count: number): Seat[][] {
  const runs: Seat[][] = [];
  for (const seat of rows.flat()) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && adjoins(last, seat)) run.push(seat);
    else runs.push([seat]);
  }
  const group: Seat[] = [];
  for (const run of runs.toSorted((a, b) => b.length - a.length)) group.push(...run.slice(0, count - group.length));
  return group.length === count ? [group] : [];
}
