import { assert } from '../../shared/assert.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import type { Awaitable, WriteDatabase } from './database.ts';

export interface Counters {
  readonly authorised: number;
  readonly held: number;
  readonly sold: number;
}

const HOLD_SEATS = `
  INSERT INTO cabin_counters (flight_id, cabin, authorised, held, sold) VALUES (?, ?, ?, ?, 0)
  ON CONFLICT (flight_id, cabin) DO UPDATE SET held = cabin_counters.held + excluded.held
  WHERE cabin_counters.held + cabin_counters.sold + excluded.held <= cabin_counters.authorised
  RETURNING authorised, held, sold`;

/**
 * Counts seats as held, or undefined when the cabin may not sell so many. `capacity` becomes the authorised number
 * with the first hold in the cabin; later the row's own number rules.
 */
export function countHeld(
  db: WriteDatabase,
  flightId: number,
  cabin: Cabin,
  seats: number,
  capacity: number,
): Awaitable<Counters | undefined> {
  if (seats > capacity) return undefined;
  return db.changeReturning<Counters>(HOLD_SEATS).get(flightId, cabin, capacity, seats);
}

const MOVE = `UPDATE cabin_counters SET held = held + ?, sold = sold + ? WHERE flight_id = ? AND cabin = ? RETURNING authorised, held, sold`;

export type SeatMove = 'release' | 'sell' | 'cancel';
const CHANGES: Readonly<Record<SeatMove, { held: number; sold: number }>> = {
  release: { held: -1, sold: 0 },
  sell: { held: -1, sold: 1 },
  cancel: { held: 0, sold: -1 },
};

/** Moves seats that are counted already: a hold given back, a hold sold, a sale cancelled. */
export async function countMove(db: WriteDatabase, move: SeatMove, flightId: number, cabin: Cabin, seats: number): Promise<Counters> {
  const change = CHANGES[move];
  const counters = await db.changeReturning<Counters>(MOVE).get(change.held * seats, change.sold * seats, flightId, cabin);
  assert(counters && counters.held >= 0 && counters.sold >= 0, `flight ${flightId} cabin ${cabin} cannot ${move} ${seats} seats`);
  return counters;
}
