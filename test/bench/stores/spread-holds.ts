import Sqlite from 'better-sqlite3';
import { loadReference } from '../../../main/reference/load-reference.ts';
import type { SeatPlan } from '../../../main/reference/reference.ts';
import { assert } from '../../../shared/assert.ts';
import { type Hold, oneSeat } from '../bench-hub.ts';
import type { PreparedStore } from './bench-stores.ts';

/** A prime, so that steps of it reach every flight before any comes twice. */
const STRIDE = 611_953;

/**
 * Holds on flights all over a prepared store, one seat each: the worst that caches can meet. The seat is the last that is sold in
 * economy, which generated bookings leave free. `run`: what makes request numbers new where the store is used again.
 */
export function spreadHolds({ file, recipe }: PreparedStore, count: number, run: string): Hold[] {
  const db = new Sqlite(file, { readonly: true });
  const seatMap = db.prepare('SELECT seat_map FROM flights WHERE id = ?').pluck();
  const reference = loadReference();
  const flights = recipe.flightsPerDay * recipe.days;
  const seats = new Map<string, string>();
  const holds = Array.from({ length: count }, (_, turn) => {
    const flightId = 1 + ((turn * STRIDE) % flights);
    const map = String(seatMap.get(flightId));
    const seat = seats.get(map) ?? lastSeat(reference.seatPlan(map));
    seats.set(map, seat);
    return oneSeat(`bench-${run}-${turn}`, flightId, seat);
  });
  db.close();
  return holds;
}

function lastSeat(plan: SeatPlan | undefined): string {
  const seat = plan?.seats.findLast(({ cabin, sellable, exit }) => cabin === 'Y' && sellable && !exit);
  assert(seat, 'every aircraft of the bench sells economy');
  return seat.seat;
}
