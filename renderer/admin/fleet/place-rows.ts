import type { SeatMap } from '../../../shared/seat-map.ts';
import type { GridGeometry, GridRow, GridSeat } from '../../seats/grid-geometry.ts';

/** Nearer than this to a seat, in seats, is no place of its own. */
const APART = 0.75;

const isFree = (row: GridRow, spot: { readonly y: number; readonly aisles: number }) =>
  row.seats.every((other) => other.aisles !== spot.aisles || Math.abs(other.y - spot.y) >= APART);

/** A place without a seat, as a seat that cannot be sold. */
const gap = (map: SeatMap, row: GridRow, spot: { readonly letter: string; readonly y: number; readonly aisles: number }): GridSeat => ({
  x: row.x,
  y: spot.y,
  aisles: spot.aisles,
  seat: {
    seat: `${row.row}${spot.letter}`,
    row: row.row,
    letter: spot.letter,
    cabin: row.cabin,
    rowIndex: row.index,
    block: (map.rows[row.index]?.layout.split(' ').length ?? 1) - 1 - spot.aisles,
    place: 0,
    window: false,
    aisle: false,
    exit: row.exit,
    codes: ['8'],
    sellable: false,
  },
});

/** The rows of the drawing with all their places: the seats, and where its cabin has a letter and the row has no seat. From port to starboard. */
export function placeRows(map: SeatMap, geometry: GridGeometry): GridRow[] {
  return geometry.rows.map((row) => {
    const letters = geometry.cabins.find(({ from, to }) => row.x >= from && row.x < to)?.letters ?? [];
    const own = new Set(row.seats.map(({ seat }) => seat.letter));
    const gaps = letters.filter((spot) => !own.has(spot.letter) && isFree(row, spot)).map((spot) => gap(map, row, spot));
    const seats = [...row.seats, ...gaps].sort((a, b) => b.y + b.aisles / 2 - (a.y + a.aisles / 2));
    return { ...row, seats };
  });
}
