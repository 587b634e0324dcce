import { configurationOf, type SeatCounts } from '../../shared/configuration.ts';
import { CABINS, type Cabin, type SeatMap } from '../../shared/seat-map.ts';
import { abreastOf, type CabinLayouts, layoutsFor } from './made-layouts.ts';
import { madeMapId } from './made-map-id.ts';

const ROWS_MAX = 99;
/** A cabin so short has no exit row. */
const ROWS_WITHOUT_EXIT_MAX = 3;
/** Above so many seats an aircraft has one exit row more, and then another. */
const MORE_EXITS_ABOVE = [110, 200];

interface CabinRows {
  readonly cabin: Cabin;
  readonly seats: number;
  readonly layout: string;
  readonly rows: number;
}

/**
 * A seat map with exactly these seats of each cabin. `like`: the map that the equipment flies with otherwise; its cabins say how many seats
 * are side by side. Undefined when no map can number so many rows. The rules are in docs/seat-maps.md. They are those of `made1`: the same
 * input gives the same seats for ever.
 */
export function madeMap(equipment: string, counts: SeatCounts, like: SeatMap): SeatMap | undefined {
  const cabins = layoutsFor(like)
    .map((layouts) => cabinRows(counts, layouts))
    .find((tried) => tried.reduce((sum, { rows }) => sum + rows, 0) <= ROWS_MAX);
  if (!cabins || cabins.length === 0) return undefined;
  const exits = exitRows(cabins);
  let number = 0;
  const rows = cabins.flatMap((cabin) =>
    Array.from({ length: cabin.rows }, (_, place): SeatMap['rows'][number] => {
      number += 1;
      const seats = seatCodes(cabin, place);
      return {
        ...{ row: number, cabin: cabin.cabin, layout: cabin.layout },
        ...(exits.has(number) ? { exit: true } : {}),
        ...(Object.keys(seats).length > 0 ? { seats } : {}),
      };
    }),
  );
  return {
    id: madeMapId(equipment, counts),
    name: `${equipment} ${configurationOf(counts)}, made from counts`,
    ...{ equipment: [equipment], deck: 'main', rows, fixtures: [] },
    wing: { from: Math.ceil(number / 3), to: Math.ceil((2 * number) / 3) },
    source: 'Aisle: made from the seats that a schedule counts',
  };
}

const cabinRows = (counts: SeatCounts, layouts: CabinLayouts): CabinRows[] =>
  CABINS.flatMap((cabin) => {
    const seats = counts[cabin] ?? 0;
    const layout = layouts[cabin];
    return seats > 0 ? [{ cabin, seats, layout, rows: Math.ceil(seats / abreastOf(layout)) }] : [];
  });

/** Codes of the seats of a row: the first is behind a bulkhead, and of the last those are not there that the count does not have. */
function seatCodes({ seats, layout, rows }: CabinRows, place: number): Record<string, string[]> {
  const left = place === rows - 1 ? seats - place * abreastOf(layout) : abreastOf(layout);
  return Object.fromEntries(
    fromAisle(layout).flatMap((letter, at): [string, string[]][] =>
      at >= left ? [[letter, ['8']]] : place === 0 ? [[letter, ['K']]] : [],
    ),
  );
}

/** Letters of a layout, those beside an aisle first, port before starboard. */
function fromAisle(layout: string): string[] {
  const blocks = layout.split(' ');
  const away = blocks.flatMap((block, index) =>
    [...block].map((letter, place) => {
      const toPort = index === 0 ? Infinity : place;
      const toStarboard = index === blocks.length - 1 ? Infinity : block.length - 1 - place;
      return { letter, away: Math.min(toPort, toStarboard) };
    }),
  );
  return away.sort((a, b) => a.away - b.away).map(({ letter }) => letter);
}

/** Numbers of the exit rows, all in the hindmost cabin: over the wing of a single aisle one behind the other, else spread evenly. */
function exitRows(cabins: readonly CabinRows[]): ReadonlySet<number> {
  const last = cabins.at(-1);
  if (!last || last.rows <= ROWS_WITHOUT_EXIT_MAX) return new Set();
  const before = cabins.reduce((sum, { rows }) => sum + rows, 0) - last.rows;
  const seats = cabins.reduce((sum, cabin) => sum + cabin.seats, 0);
  const wanted = 1 + MORE_EXITS_ABOVE.filter((above) => seats > above).length;
  const exits = Math.min(wanted, Math.floor(last.rows / (ROWS_WITHOUT_EXIT_MAX + 1)));
  const singleAisle = last.layout.split(' ').length === 2;
  const places = Array.from({ length: exits }, (_, exit) =>
    singleAisle ? Math.floor(last.rows / 2) + exit : Math.floor((last.rows * (exit + 1)) / (exits + 1)),
  );
  return new Set(places.map((place) => before + place + 1));
}
