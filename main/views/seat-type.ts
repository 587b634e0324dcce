import type { SeatType } from '../../shared/pricing/policy.ts';
import type { Cabin, Seat } from '../../shared/seat-map.ts';
import type { SeatPlan } from '../reference/reference.ts';

/** The first rows of a cabin are nearer to the door. Small cabins have no preferred seats. */
const PREFERRED_ROWS = 3;
const ROWS_MIN = 9;
/** PADIS 9825: legroom, and the row behind a bulkhead, which has nobody in front. */
const LEGROOM_CODES = ['L', 'K'];

/** Rows of each cabin of a map, from the nose. */
const rowsBy = new WeakMap<SeatPlan, ReadonlyMap<Cabin, readonly number[]>>();

function rowsOf(plan: SeatPlan, cabin: Cabin): readonly number[] {
  let rows = rowsBy.get(plan);
  if (!rows) {
    const all = new Map<Cabin, number[]>();
    for (const seat of plan.seats) {
      const ofCabin = all.get(seat.cabin) ?? [];
      if (!ofCabin.includes(seat.row)) ofCabin.push(seat.row);
      all.set(seat.cabin, ofCabin);
    }
    rows = all;
    rowsBy.set(plan, rows);
  }
  return rows.get(cabin) ?? [];
}

/** How a seat is priced: an exit row before legroom before a place near the front. */
export function seatTypeOf(plan: SeatPlan, seat: Seat): SeatType {
  if (seat.exit) return 'exit';
  if (seat.codes.some((code) => LEGROOM_CODES.includes(code))) return 'extraLegroom';
  const rows = rowsOf(plan, seat.cabin);
  return rows.length >= ROWS_MIN && rows.indexOf(seat.row) < PREFERRED_ROWS ? 'preferred' : 'standard';
}
