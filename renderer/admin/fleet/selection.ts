import type { SeatMap } from '../../../shared/seat-map.ts';
import { type GridSeat, layoutGrid } from '../../seats/grid-geometry.ts';
import type { Place } from './map-rows.ts';
import { placeRows } from './place-rows.ts';

/** What the next edit acts on: all places between two corners, as they are drawn. */
export interface Selection {
  /** The corner that stays. */
  readonly anchor: Place;
  /** The corner that the keys move; it has the focus. */
  readonly at: Place;
}

const across = ({ y, aisles }: GridSeat) => y + aisles / 2;
/** Half a seat of grace, because a wide seat stands between two narrow ones. */
const GRACE = 0.3;

/** First and last row of a selection, counted from 0. */
export const rowsOf = ({ anchor, at }: Selection) => ({ from: Math.min(anchor.row, at.row), to: Math.max(anchor.row, at.row) });

/** The places of a selection, with and without seats. */
export function placesOf(map: SeatMap, { anchor, at }: Selection): Place[] {
  const rows = placeRows(map, layoutGrid(map));
  const spot = ({ row, letter }: Place) => rows[row]?.seats.find(({ seat }) => seat.letter === letter);
  const [one, other] = [spot(anchor), spot(at)];
  if (!one || !other) return [];
  const [low, high] = [Math.min(across(one), across(other)) - GRACE, Math.max(across(one), across(other)) + GRACE];
  const { from, to } = rowsOf({ anchor, at });
  return rows
    .slice(from, to + 1)
    .flatMap((row) =>
      row.seats.filter((seat) => across(seat) >= low && across(seat) <= high).map(({ seat }) => ({ row: row.index, letter: seat.letter })),
    );
}

/** All rows from window to window. */
export function wholeMap(map: SeatMap): Selection {
  const rows = placeRows(map, layoutGrid(map));
  return {
    anchor: { row: 0, letter: rows[0]?.seats[0]?.seat.letter ?? 'A' },
    at: { row: rows.length - 1, letter: rows.at(-1)?.seats.at(-1)?.seat.letter ?? 'A' },
  };
}

/** The same selection on a map that has changed: a corner that is not there any more goes to the nearest place. */
export function settle(map: SeatMap, { anchor, at }: Selection): Selection {
  const rows = placeRows(map, layoutGrid(map));
  const near = ({ row, letter }: Place): Place => {
    const own = Math.min(row, rows.length - 1);
    const letters = rows[own]?.seats.map(({ seat }) => seat.letter) ?? [];
    const kept = letters.includes(letter) ? letter : (letters.find((each) => each > letter) ?? letters.at(-1) ?? letter);
    return { row: own, letter: kept };
  };
  return { anchor: near(anchor), at: near(at) };
}
