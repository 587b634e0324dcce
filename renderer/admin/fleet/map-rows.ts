import type { SeatMap } from '../../../shared/seat-map.ts';

export type MapRow = SeatMap['rows'][number];

/** A place of the drawing where a seat is or could be: the row, counted from 0 at the nose, and the letter. */
export interface Place {
  readonly row: number;
  readonly letter: string;
}

export const blocksOf = (row: MapRow): string[] => row.layout.split(' ');

/** The codes that are written on a seat; those that follow from the plan are not among them. */
export const codesAt = (row: MapRow, letter: string): readonly string[] => row.seats?.[letter] ?? [];

/** Whether a passenger finds a seat there: a letter marked 8 has none. */
export const hasSeat = (row: MapRow | undefined, letter: string): boolean =>
  row !== undefined && letter !== ' ' && row.layout.includes(letter) && !codesAt(row, letter).includes('8');

/** The row with these codes on a seat. A row keeps no list of codes that is empty, so that two equal rows look alike. */
export function withCodes(row: MapRow, letter: string, codes: readonly string[]): MapRow {
  const { seats: before, ...rest } = row;
  const { [letter]: _, ...others } = before ?? {};
  const seats = codes.length > 0 ? { ...others, [letter]: [...codes] } : others;
  return Object.keys(seats).length > 0 ? { ...rest, seats } : rest;
}

/** The row with another layout. Codes of letters that it does not have any more go. */
export function withLayout(row: MapRow, layout: string): MapRow {
  const gone = Object.keys(row.seats ?? {}).filter((letter) => !layout.includes(letter));
  return gone.reduce((left, letter) => withCodes(left, letter, []), { ...row, layout });
}

/** The map with some rows replaced, by their index. */
export const changeRows = (map: SeatMap, indexes: Iterable<number>, change: (row: MapRow, index: number) => MapRow): SeatMap => {
  const meant = new Set(indexes);
  return { ...map, rows: map.rows.map((row, index) => (meant.has(index) ? change(row, index) : row)) };
};

/**
 * The first row of a cabin is behind a bulkhead. A row that has become the first one gets the code K, one that is not the first any more loses
 * it. All other rows stay as they were drawn or imported.
 */
export function withBulkheads(before: SeatMap, after: SeatMap): SeatMap {
  const opens = (map: SeatMap) => new Set(map.rows.filter((row, index) => map.rows[index - 1]?.cabin !== row.cabin).map(({ row }) => row));
  const [had, has] = [opens(before), opens(after)];
  return changeRows(after, after.rows.keys(), (row) => {
    const isFirst = has.has(row.row);
    if (had.has(row.row) === isFirst) return row;
    return [...row.layout.replaceAll(' ', '')].reduce((left, letter) => {
      const codes = codesAt(left, letter);
      if (codes.includes('8') || codes.includes('K') === isFirst) return left;
      return withCodes(left, letter, isFirst ? ['K', ...codes] : codes.filter((code) => code !== 'K'));
    }, row);
  });
}
