import type { Cabin, Seat, SeatMap } from '../seat-map.ts';
import type { SeatType } from './policy.ts';

/** The first rows of a cabin are nearer to the door. Small cabins have no preferred seats. */
const PREFERRED_ROWS = 3;
const ROWS_MIN = 9;
/** PADIS 9825: legroom, and the row behind a bulkhead, which has nobody in front. */
const LEGROOM_CODES = ['L', 'K'];

/** Rows of each cabin of a map, from the nose. */
const rowsBy = new WeakMap<SeatMap, ReadonlyMap<Cabin, readonly number[]>>();

function rowsOf(map: SeatMap, cabin: Cabin): readonly number[] {
  let rows = rowsBy.get(map);
  if (!rows) {
    const all = new Map<Cabin, number[]>();
    for (const { row, cabin: of } of map.rows) all.set(of, [...(all.get(of) ?? []), row]);
    rows = all;
    rowsBy.set(map, rows);
  }
  return rows.get(cabin) ?? [];
}

/** How a seat is priced: an exit row before legroom before a place near the front. */
export function seatTypeOf(map: SeatMap, seat: Seat): SeatType {
  if (seat.exit) return 'exit';
  if (seat.codes.some((code) => LEGROOM_CODES.includes(code))) return 'extraLegroom';
  const rows = rowsOf(map, seat.cabin);
  return rows.length >= ROWS_MIN && rows.indexOf(seat.row) < PREFERRED_ROWS ? 'preferred' : 'standard';
}
