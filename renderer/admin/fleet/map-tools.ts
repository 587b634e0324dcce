import type { SeatMap } from '../../../shared/seat-map.ts';
import { toggleAisle } from './edit-aisles.ts';
import { toggleFixture } from './edit-fixtures.ts';
import { addRows, removeRows, setWing, toggleExit } from './edit-rows.ts';
import { putSeats, takeSeats, toggleCode } from './edit-seats.ts';
import { blocksOf, codesAt, hasSeat, type Place } from './map-rows.ts';
import { placesOf, rowsOf, type Selection } from './selection.ts';

export const MAP_TOOLS = [
  'seat',
  'none',
  'exit',
  'galley',
  'lavatory',
  'galleyBehind',
  'lavatoryBehind',
  'aisle',
  'legroom',
  'bassinet',
  'accessible',
  'restricted',
  'charged',
  'add',
  'remove',
  'wing',
] as const;
export type MapTool = (typeof MAP_TOOLS)[number];

const CODES = { legroom: 'L', bassinet: 'B', accessible: 'H', restricted: '1', charged: 'CH' } as const;

/** The blocks that the places are in. A place without a seat belongs to the block of its letter in the nearest row. */
function blocksUnder(map: SeatMap, places: readonly Place[]): number[] {
  const blockOf = ({ row, letter }: Place) => {
    const near = map.rows.toSorted((a, b) => Math.abs(map.rows.indexOf(a) - row) - Math.abs(map.rows.indexOf(b) - row));
    return near.map((each) => blocksOf(each).findIndex((block) => block.includes(letter))).find((block) => block >= 0) ?? 0;
  };
  return [...new Set(places.map(blockOf))];
}

/** The map after a tool was used on a selection, or the sentence that says why it cannot be. */
export function withTool(map: SeatMap, tool: MapTool, selection: Selection): SeatMap | string {
  const places = placesOf(map, selection);
  const { from, to } = rowsOf(selection);
  switch (tool) {
    case 'seat':
      return putSeats(map, places);
    case 'none':
      return takeSeats(map, places);
    case 'exit':
      return toggleExit(map, from, to);
    case 'aisle':
      return toggleAisle(map, selection.at);
    case 'add':
      return addRows(map, from, to);
    case 'remove':
      return removeRows(map, from, to);
    case 'wing':
      return setWing(map, from, to);
    case 'galley':
    case 'lavatory':
      return toggleFixture(map, tool, { row: from, blocks: blocksUnder(map, places) });
    case 'galleyBehind':
    case 'lavatoryBehind':
      return toggleFixture(map, tool === 'galleyBehind' ? 'galley' : 'lavatory', {
        row: to,
        blocks: blocksUnder(map, places),
        behind: true,
      });
    default:
      return toggleCode(map, places, CODES[tool]);
  }
}

/** Whether all that is selected is so already, for the tools that say a state. */
export function isToolOn(map: SeatMap, tool: MapTool, places: readonly Place[]): boolean {
  if (places.length === 0) return false;
  switch (tool) {
    case 'seat':
      return places.every(({ row, letter }) => hasSeat(map.rows[row], letter));
    case 'none':
      return places.every(({ row, letter }) => !hasSeat(map.rows[row], letter));
    case 'exit':
      return places.every(({ row }) => map.rows[row]?.exit === true);
    case 'legroom':
    case 'bassinet':
    case 'accessible':
    case 'restricted':
    case 'charged':
      return places.every(({ row, letter }) => {
        const own = map.rows[row];
        return own !== undefined && hasSeat(own, letter) && codesAt(own, letter).includes(CODES[tool]);
      });
    default:
      return false;
  }
}
