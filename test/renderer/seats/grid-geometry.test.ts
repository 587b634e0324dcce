import { describe, expect, it } from 'vitest';
import { layoutGrid, PITCH_MAX, PITCH_MIN, pitchFor, placeInBlock } from '../../../renderer/seats/grid-geometry.ts';
import { seatsOf } from '../../../shared/seat-map.ts';
import { LONG, REGIONAL, SINGLE_AISLE, TWIN_AISLE, TWO_CABINS } from './maps.ts';

describe('place in a block', () => {
  it.each([
    // block, letter, reference, lanes -> place from port
    ['ABC', 0, 'ABC', 3, 0],
    ['ABC', 2, 'ABC', 3, 2],
    ['AC', 1, 'ABC', 3, 2], // letters known: under their own letter
    ['BC', 0, 'ABC', 3, 1],
    ['AC', 0, 'AC', 3, 0.25], // a cabin of two abreast takes the width of three
    ['AC', 1, 'AC', 3, 1.75],
    ['A', 0, 'A', 3, 1], // a suite stands in the middle
    ['XY', 0, 'ABC', 3, 0.25], // letters unknown there: spread
    ['DFG', 1, 'DEFG', 4, 2],
  ] as const)('%s, seat %d of %s over %d lanes stands at %d', (block, place, reference, lanes, expected) => {
    expect(placeInBlock(block, place, reference, lanes)).toBeCloseTo(expected);
  });
});

describe('the grid of a seat map', () => {
  it.each([
    // name, map, lanes, aisles, seat -> row place across from starboard, aisles above
    ['window starboard on top', SINGLE_AISLE, 6, 1, '2F', 0, 0],
    ['window port below', SINGLE_AISLE, 6, 1, '2A', 5, 1],
    ['aisle seats meet at the aisle', SINGLE_AISLE, 6, 1, '2D', 2, 0],
    ['port aisle seat', SINGLE_AISLE, 6, 1, '2C', 3, 1],
    ['a row without its port block', SINGLE_AISLE, 6, 1, '1D', 2, 0],
    ['business spread over the hull', TWO_CABINS, 6, 1, '1A', 4.75, 1],
    ['business starboard', TWO_CABINS, 6, 1, '1F', 0.25, 0],
    ['short row under its letters', SINGLE_AISLE, 6, 1, '31B', 4, 1],
    ['two aisles, middle block', TWIN_AISLE, 9, 2, '28D', 5, 1],
    ['two aisles, starboard', TWIN_AISLE, 9, 2, '28J', 0, 0],
    ['two aisles, port', TWIN_AISLE, 9, 2, '28A', 8, 2],
    ['first, middle pair spread', TWIN_AISLE, 9, 2, '1D', 4.75, 1],
    ['tail row without G', TWIN_AISLE, 9, 2, '52H', 1, 0],
    ['regional', REGIONAL, 4, 1, '13A', 3, 1],
  ] as const)('%s', (_name, map, lanes, aisles, seat, y, above) => {
    const grid = layoutGrid(map);
    expect(grid.lanes).toBe(lanes);
    expect(grid.aisles).toHaveLength(aisles);
    const at = grid.rows.flatMap((row) => row.seats).find((each) => each.seat.seat === seat);
    expect(at?.y).toBeCloseTo(y);
    expect(at?.aisles).toBe(above);
  });

  it.each([SINGLE_AISLE, TWO_CABINS, TWIN_AISLE, REGIONAL])('draws every seat once and none on another: $id', (map) => {
    const spots = layoutGrid(map).rows.flatMap((row) => row.seats);
    expect(spots.map(({ seat }) => seat.seat).sort()).toEqual(
      seatsOf(map)
        .map(({ seat }) => seat)
        .sort(),
    );
    for (const a of spots) for (const b of spots) if (a !== b && a.x === b.x) expect(Math.abs(a.y - b.y)).toBeGreaterThanOrEqual(1 - 1e-9);
  });

  it('gives fixtures the room of seats that are not there', () => {
    const grid = layoutGrid(SINGLE_AISLE);
    const of = (kind: string, nth = 0) => grid.fixtures.filter((fixture) => fixture.kind === kind)[nth];
    const row = (number: number) => grid.rows.find((each) => each.row === number);
    expect(of('lavatory')?.x).toBe(0);
    expect(of('galley')?.x).toBe(0);
    expect(of('closet')?.x).toBe(row(1)?.x); // beside 1DEF
    expect(of('stowage')?.x).toBe(row(32)?.x); // beside 32AB
    expect(of('galley', 1)?.x).toBe((row(32)?.x ?? 0) + 1);
    for (const [index, each] of grid.rows.entries()) if (index > 0) expect(each.x - (grid.rows[index - 1]?.x ?? 0)).toBeCloseTo(1);
  });

  it('stacks two fixtures of one block and keeps a wall thin', () => {
    const grid = layoutGrid({
      ...SINGLE_AISLE,
      fixtures: [
        { kind: 'lavatory', before: 3, block: 0 },
        { kind: 'galley', before: 3, block: 0 },
        { kind: 'bulkhead', before: 3, block: 1 },
      ],
    });
    expect(grid.fixtures.map(({ kind, height }) => [kind, height])).toEqual([
      ['lavatory', 1.5],
      ['galley', 1.5],
      ['bulkhead', 3],
    ]);
    expect(grid.fixtures[2]?.width).toBeLessThan(1);
  });

  it('names each cabin where no exit sign stands, and keeps cabins apart', () => {
    const exitFirst = layoutGrid({
      ...TWO_CABINS,
      rows: TWO_CABINS.rows.map((row) => (row.row === 4 ? { ...row, exit: true } : row)),
    });
    const [business, economy] = exitFirst.cabins;
    expect(business?.to).toBeLessThanOrEqual(economy?.from ?? 0);
    expect(economy?.nameAt).toBe((exitFirst.rows.find((row) => row.row === 4)?.x ?? 0) + 1);
    expect(economy?.letters.map(({ letter }) => letter).join('')).toBe('ABCDEF');
  });
});

describe('the pitch', () => {
  const grid = layoutGrid(SINGLE_AISLE);
  it.each([
    ['grows no more than 52', 10_000, 10_000, PITCH_MAX],
    ['shrinks no more than to 28', 10, 10, PITCH_MIN],
    ['by length', grid.columns * 33 + 1, 10_000, 33],
    ['by width', 10_000, 6 * 40 + 26 + 3, 40],
  ])('%s', (_name, width, height, expected) => {
    expect(pitchFor(grid, { width, height }, 26)).toBe(expected);
  });

  it('lets a fuselage of more than 40 rows scroll instead of shrink', () => {
    const long = layoutGrid(LONG);
    expect(long.rows.length).toBeGreaterThan(40);
    expect(pitchFor(long, { width: 1_000, height: 7 * 50 + 2 * 26 }, 26)).toBe(50);
  });
});
