import type { Cabin, Seat, SeatMap } from '../../shared/seat-map.ts';
import { drawnSeats } from './drawn-seats.ts';

/**
 * Where everything of a seat map stands. The nose is left, port is below. `x` counts pitches from the first column,
 * `y` counts pitches from the starboard side; `aisles` says how many aisles lie above, whose height is not a pitch.
 */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly aisles: number;
}

export interface GridSeat extends Spot {
  readonly seat: Seat;
}

export interface GridRow {
  readonly row: number;
  readonly cabin: Cabin;
  readonly x: number;
  readonly exit: boolean;
  /** Nose to tail, counted from 0. */
  readonly index: number;
  /** From port to starboard. */
  readonly seats: readonly GridSeat[];
}

export interface GridCabin {
  readonly cabin: Cabin;
  /** The column that holds the letters; the first row follows it. */
  readonly from: number;
  readonly to: number;
  readonly letters: readonly (Spot & { readonly letter: string })[];
  /** Where its name fits at the fuselage edge without meeting an exit sign. */
  readonly nameAt: number;
}

export interface GridFixture extends Spot {
  readonly kind: SeatMap['fixtures'][number]['kind'];
  readonly width: number;
  readonly height: number;
}

export interface GridGeometry {
  /** Pitches from nose to tail, and across without the aisles. */
  readonly columns: number;
  readonly lanes: number;
  /** For each aisle, from starboard, the lane that lies just below it. */
  readonly aisles: readonly number[];
  readonly rows: readonly GridRow[];
  readonly cabins: readonly GridCabin[];
  readonly fixtures: readonly GridFixture[];
  readonly wing: { readonly from: number; readonly to: number; readonly nameAt: number } | null;
}

export const PITCH_MIN = 28;
export const PITCH_MAX = 52;
/** More rows than this and the cabin scrolls instead of shrinking. */
export const ROWS_WITHOUT_SCROLLING = 40;
const LETTERS_WIDTH = 0.6;
const BULKHEAD_WIDTH = 0.3;

/** The block by which every other block of its cabin is placed: the widest, and of several the one nearest the nose. */
function referenceBlocks(rows: readonly (readonly string[])[]): string[] {
  const count = Math.max(0, ...rows.map((blocks) => blocks.length));
  return Array.from({ length: count }, (_, index) =>
    rows.reduce((widest, blocks) => ((blocks[index]?.length ?? 0) > widest.length ? (blocks[index] ?? '') : widest), ''),
  );
}

/** The blocks by which a row is placed. A cabin's rows that follow one another share one measure. */
export function referenceOf(rows: SeatMap['rows'], index: number): string[] {
  const cabin = rows[index]?.cabin;
  if (cabin === undefined) return [];
  let [first, last] = [index, index];
  while (rows[last + 1]?.cabin === cabin) last++;
  while (rows[first - 1]?.cabin === cabin) first--;
  return referenceBlocks(rows.slice(first, last + 1).map(({ layout }) => layout.split(' ')));
}

/**
 * Place of a seat within its block, in lanes from port: under the same letter of the widest block when all letters are
 * known there, else spread evenly. A block with fewer seats than the hull has lanes takes the whole width.
 */
export function placeInBlock(block: string, place: number, reference: string, lanes: number): number {
  const aligned = [...block].every((letter) => reference.includes(letter));
  const slots = aligned ? reference.length : block.length;
  const slot = aligned ? reference.indexOf(block[place] ?? '') : place;
  return ((slot + 0.5) * lanes) / slots - 0.5;
}

export function layoutGrid(map: SeatMap): GridGeometry {
  const blocksOf = map.rows.map((row) => row.layout.split(' '));
  const widest = referenceBlocks(blocksOf).map((block) => block.length);
  const lanes = widest.reduce((total, width) => total + width, 0);
  /** How far a block's port edge lies from the hull's port side. */
  const portOf = (block: number) => widest.slice(0, block).reduce((total, width) => total + width, 0);
  const spotAcross = (block: number, inBlock: number, height = 1) => ({
    y: lanes - portOf(block) - inBlock - height,
    aisles: widest.length - 1 - block,
  });

  const seats = Map.groupBy(drawnSeats(map), (seat) => seat.rowIndex);
  const rows: GridRow[] = [];
  const fixtures: GridFixture[] = [];
  const cabins: (Omit<GridCabin, 'nameAt'> & { to: number })[] = [];
  let x = 0;

  /** Blocks of rows without seats that hold a fixture, so that none stands on another. */
  const used = new Set<string>();
  const isGap = (index: number, block: number) => blocksOf[index]?.[block] === '' && !used.has(`${index}-${block}`);

  const draw = (group: SeatMap['fixtures'], at: number, width: number) => {
    for (const fixture of group) {
      if (fixture.kind === 'bulkhead') {
        // A wall keeps its own thickness, and is drawn behind whatever is in front of it.
        const height = widest[fixture.block] ?? 1;
        fixtures.push({
          kind: 'bulkhead',
          x: at + width - BULKHEAD_WIDTH,
          width: BULKHEAD_WIDTH,
          height,
          ...spotAcross(fixture.block, 0, height),
        });
        continue;
      }
      const inBlock = group.filter((other) => other.block === fixture.block && other.kind !== 'bulkhead');
      const height = (widest[fixture.block] ?? 1) / inBlock.length;
      fixtures.push({ kind: fixture.kind, x: at, width, height, ...spotAcross(fixture.block, inBlock.indexOf(fixture) * height, height) });
    }
  };

  /**
   * Places the fixtures before a row. They go where the row in front has no seats, else where the row itself has none. Only when neither has
   * room do they get a column of their own.
   */
  const addFixtures = (before: number, index: number): SeatMap['fixtures'] => {
    const here = map.fixtures.filter((fixture) => fixture.before === before && fixture.block < widest.length);
    const front = rows.at(-1);
    const absorbed = front ? here.filter((fixture) => fixture.kind !== 'bulkhead' && isGap(index - 1, fixture.block)) : [];
    if (front) draw(absorbed, front.x, 1);
    const rest = here.filter((fixture) => !absorbed.includes(fixture));
    if (rest.length > 0 && rest.every((fixture) => fixture.kind !== 'bulkhead' && isGap(index, fixture.block))) {
      for (const fixture of rest) used.add(`${index}-${fixture.block}`);
      return rest;
    }
    if (rest.length === 0) return [];
    const width = rest.every((fixture) => fixture.kind === 'bulkhead') ? BULKHEAD_WIDTH : 1;
    draw(rest, x, width);
    x += width;
    return [];
  };

  for (const [index, row] of map.rows.entries()) {
    const beside = addFixtures(row.row, index);
    const opens = map.rows[index - 1]?.cabin !== row.cabin;
    const reference = referenceOf(map.rows, index);
    if (opens) {
      const letters = reference.flatMap((block, blockIndex) =>
        [...block].map((letter, place) => ({
          letter,
          x,
          ...spotAcross(blockIndex, placeInBlock(block, place, block, widest[blockIndex] ?? 0)),
        })),
      );
      cabins.push({ cabin: row.cabin, from: x, to: x, letters });
      x += LETTERS_WIDTH;
    }
    draw(beside, x, 1);
    rows.push({
      row: row.row,
      cabin: row.cabin,
      x,
      exit: row.exit === true,
      index,
      seats: (seats.get(index) ?? []).map((seat) => {
        const block = blocksOf[index]?.[seat.block] ?? '';
        return {
          seat,
          x,
          ...spotAcross(seat.block, placeInBlock(block, seat.place, reference[seat.block] ?? '', widest[seat.block] ?? 0)),
        };
      }),
    });
    x += 1;
    const cabin = cabins.at(-1);
    if (cabin) cabin.to = x;
  }
  addFixtures(0, map.rows.length);
  return {
    columns: x,
    lanes,
    aisles: widest.slice(1).map((_, index) => lanes - portOf(widest.length - 1 - index)),
    rows,
    cabins: cabins.map((cabin) => ({ ...cabin, nameAt: freeOfExits(cabin.from, cabin.to, rows) })),
    fixtures,
    wing: wingOf(map, rows),
  };
}

/** Three columns without an exit sign, from the front of the cabin on. */
function freeOfExits(from: number, to: number, rows: readonly GridRow[]): number {
  const exits = rows.filter((row) => row.exit && row.x >= from && row.x < to).map((row) => row.x);
  let at = from;
  for (const exit of exits) if (exit < at + 3) at = exit + 1;
  return at + 2 <= to ? at : from;
}

/** The wing's own word stands behind the last exit over it, or as far aft as it can before one. */
function wingOf(map: SeatMap, rows: readonly GridRow[]): GridGeometry['wing'] {
  const over = rows.filter((row) => row.row >= map.wing.from && row.row <= map.wing.to);
  const first = over[0];
  const last = over.at(-1);
  if (!first || !last) return null;
  const far = over.findLast((row) => !rows.some((other) => other.exit && Math.abs(other.x - row.x) < 1.6));
  return { from: first.x, to: last.x + 1, nameAt: (far ?? last).x };
}

export interface Room {
  readonly width: number;
  readonly height: number;
}

/** Pixels from one seat to the next: as large as the room allows, whole, between 28 and 52. */
export function pitchFor(geometry: Pick<GridGeometry, 'columns' | 'lanes' | 'aisles' | 'rows'>, room: Room, aisle: number): number {
  const whole = Math.floor(room.width / Math.max(1, geometry.columns));
  // A long fuselage that does not fit scrolls, so its length must not make its seats small.
  const byLength = geometry.rows.length > ROWS_WITHOUT_SCROLLING && whole < PITCH_MIN ? PITCH_MAX : whole;
  const byWidth = Math.floor((room.height - geometry.aisles.length * aisle) / Math.max(1, geometry.lanes));
  return Math.max(PITCH_MIN, Math.min(PITCH_MAX, byLength, byWidth));
}
