import type { SeatMap } from '../../../shared/seat-map.ts';
import { blocksOf, type MapRow, type Place } from './map-rows.ts';

/** Where the aisle is meant: after so many of the seats of a block. */
interface Cut {
  readonly block: number;
  readonly after: number;
  readonly of: number;
}

function split(row: MapRow, { block, after, of }: Cut): MapRow {
  const blocks = blocksOf(row);
  const own = blocks[block] ?? '';
  // A row with fewer seats is cut at the same part of its block.
  const at = own.length === of ? after : Math.round((own.length * after) / of);
  return { ...row, layout: blocks.toSpliced(block, 1, own.slice(0, at), own.slice(at)).join(' ') };
}

function join(row: MapRow, block: number): MapRow {
  const blocks = blocksOf(row);
  return { ...row, layout: blocks.toSpliced(block, 2, `${blocks[block] ?? ''}${blocks[block + 1] ?? ''}`).join(' ') };
}

/**
 * An aisle to starboard of a seat, in every row, because every row of a map has the same aisles; where one is already, it is closed. Fixtures
 * stay in the block of their port edge.
 */
export function toggleAisle(map: SeatMap, place: Place): SeatMap | string {
  const row = map.rows[place.row];
  const block = row ? blocksOf(row).findIndex((letters) => letters.includes(place.letter)) : -1;
  if (!row || block < 0) return 'An aisle is set beside a seat.';
  const letters = blocksOf(row)[block] ?? '';
  const after = letters.indexOf(place.letter) + 1;
  const isLast = after === letters.length;
  if (isLast && block === blocksOf(row).length - 1)
    return 'To starboard of this seat is the window. Choose the seat on the other side of the aisle.';
  const shift = isLast ? -1 : 1;
  return {
    ...map,
    rows: map.rows.map((each) => (isLast ? join(each, block) : split(each, { block, after, of: letters.length }))),
    fixtures: map.fixtures.map((fixture) => (fixture.block > block ? { ...fixture, block: fixture.block + shift } : fixture)),
  };
}
