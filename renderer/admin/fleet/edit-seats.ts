import type { SeatMap } from '../../../shared/seat-map.ts';
import { referenceOf } from '../../seats/grid-geometry.ts';
import { blocksOf, changeRows, codesAt, hasSeat, type MapRow, type Place, withCodes, withLayout } from './map-rows.ts';

/** Codes that a tool puts on a seat. W, A, 9 and E follow from the plan, K from where a cabin begins. */
export const TOOL_CODES = ['L', 'B', 'H', '1', 'CH'] as const;
export type ToolCode = (typeof TOOL_CODES)[number];

const indexesOf = (places: readonly Place[]) => places.map(({ row }) => row);
const lettersIn = (places: readonly Place[], row: number) => places.filter((place) => place.row === row).map(({ letter }) => letter);

/** Puts a letter into its block, in the order of the widest block of the cabin. A row that is lettered in another way stays as it is. */
function insert(row: MapRow, letter: string, reference: readonly string[]): MapRow {
  const at = reference.findIndex((block) => block.includes(letter));
  const full = reference[at] ?? '';
  const blocks = blocksOf(row);
  const own = blocks[at];
  if (own === undefined || ![...own].every((each) => full.includes(each))) return row;
  const wanted = new Set([...own, letter]);
  return { ...row, layout: blocks.with(at, [...full].filter((each) => wanted.has(each)).join('')).join(' ') };
}

/** Seats at these places, where there is none. */
export function putSeats(map: SeatMap, places: readonly Place[]): SeatMap {
  return changeRows(map, indexesOf(places), (row, index) =>
    lettersIn(places, index).reduce((left, letter) => {
      if (!left.layout.includes(letter)) return insert(left, letter, referenceOf(map.rows, index));
      const codes = codesAt(left, letter);
      return codes.includes('8') ? withCodes(left, letter, []) : left;
    }, row),
  );
}

/**
 * No seat at these places. A place that is empty keeps its letter, marked 8, so that its neighbours are no window and no aisle by mistake. A
 * block without any seat is empty, and a lavatory can stand there. A sentence when a row would have no seat.
 */
export function takeSeats(map: SeatMap, places: readonly Place[]): SeatMap | string {
  const taken = changeRows(map, indexesOf(places), (row, index) => {
    const marked = lettersIn(places, index).reduce((left, letter) => (hasSeat(left, letter) ? withCodes(left, letter, ['8']) : left), row);
    const blocks = blocksOf(marked).map((block) => ([...block].some((letter) => hasSeat(marked, letter)) ? block : ''));
    return withLayout(marked, blocks.join(' '));
  });
  const bare = taken.rows.find(({ layout }) => layout.trim() === '');
  return bare ? `Row ${bare.row} would have no seat. Take the row out instead.` : taken;
}

/** The code on all these seats; when all of them have it already, on none. */
export function toggleCode(map: SeatMap, places: readonly Place[], code: ToolCode): SeatMap {
  const seats = places.filter(({ row, letter }) => hasSeat(map.rows[row], letter));
  const isOn = ({ row, letter }: Place) => codesAt(map.rows[row] as MapRow, letter).includes(code);
  const allHave = seats.every(isOn);
  return changeRows(map, indexesOf(seats), (row, index) =>
    lettersIn(seats, index).reduce((left, letter) => {
      const others = codesAt(left, letter).filter((each) => each !== code);
      return withCodes(left, letter, allHave ? others : [...others, code]);
    }, row),
  );
}
