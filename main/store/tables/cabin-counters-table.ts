import { assert } from '../../../shared/assert.ts';
import { CABINS, type Cabin } from '../../../shared/seat-map.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

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

const HOLD_AS_KNOWN = `
  UPDATE cabin_counters SET held = held + ? WHERE flight_id = ? AND cabin = ?
  AND authorised = ? AND held = ? AND sold = ? AND held + sold + ? <= authorised`;

// The problem: a cabin must never sell more seats than are authorised, every event tells the cabin's new counters, and a hold must not
// wait for a statement more than it needs.
// 1. The guard stands in the statement: `held + sold + n <= authorised`. No code reads the counters first and decides on what it read. A
//    statement that changes no row means that the cabin is full.
// 2. A cabin has a row only once a seat in it was held. Until then nothing is sold, and the capacity of the seat map may be sold.
// 3. The new counters are wanted for the event. RETURNING costs as much as the change itself. So the counters that were seen last are
//    kept in memory as a guess, and the statement takes effect only if they are still the same. Only after a wrong guess does a second
//    statement ask for them. A wrong guess costs time, and never a seat.
// What must never be broken: the counters equal the claims of each flight and cabin. The checks and the simulation compare them.

/** Enough for all that is sold in a rush, and little memory. */
const CABINS_KNOWN_MAX = 20_000;

/** The guess of each database handle: the counters of a cabin when they were seen last. */
const knownBy = new WeakMap<WriteDatabase, Map<number, Counters>>();

function knownCounters(db: WriteDatabase): Map<number, Counters> {
  const known = knownBy.get(db) ?? new Map<number, Counters>();
  knownBy.set(db, known);
  if (known.size >= CABINS_KNOWN_MAX) known.clear();
  return known;
}

const keyOf = (flightId: number, cabin: Cabin): number => flightId * CABINS.length + CABINS.indexOf(cabin);

/**
 * Counts seats as held. Returns the new counters, or undefined when the cabin may not sell so many. With the first hold in the cabin
 * `capacity` becomes the authorised number. Later the number in the row counts.
 */
export async function countHeld(
  db: WriteDatabase,
  flightId: number,
  cabin: Cabin,
  seats: number,
  capacity: number,
): Promise<Counters | undefined> {
  if (seats > capacity) return undefined;
  const known = knownCounters(db);
  const key = keyOf(flightId, cabin);
  const guess = known.get(key);
  const asKnown =
    guess && (await db.change(HOLD_AS_KNOWN).run(seats, flightId, cabin, guess.authorised, guess.held, guess.sold, seats)) === 1;
  const after = asKnown
    ? { ...guess, held: guess.held + seats }
    : await db.changeReturning<Counters>(HOLD_SEATS).get(flightId, cabin, capacity, seats);
  if (after) known.set(key, after);
  return after;
}

/** The counters of a cabin in which seats are held or sold. */
export async function countersOf(db: ReadDatabase, flightId: number, cabin: Cabin): Promise<Counters> {
  const sql = 'SELECT authorised, held, sold FROM cabin_counters WHERE flight_id = ? AND cabin = ?';
  const counters = await db.query<Counters>(sql).get(flightId, cabin);
  assert(counters, `flight ${flightId} cabin ${cabin} has seats and no counters`);
  return counters;
}

const MOVE = 'UPDATE cabin_counters SET held = held + ?, sold = sold + ? WHERE flight_id = ? AND cabin = ?';
const MOVE_AS_KNOWN = `${MOVE} AND authorised = ? AND held = ? AND sold = ?`;
const MOVE_AND_READ = `${MOVE} RETURNING authorised, held, sold`;

export type SeatMove = 'release' | 'sell' | 'cancel';
const CHANGES: Readonly<Record<SeatMove, { held: number; sold: number }>> = {
  release: { held: -1, sold: 0 },
  sell: { held: -1, sold: 1 },
  cancel: { held: 0, sold: -1 },
};

/** Moves seats that are counted already: a hold is released, a hold is sold, a sale is cancelled. */
export async function countMove(db: WriteDatabase, move: SeatMove, flightId: number, cabin: Cabin, seats: number): Promise<Counters> {
  const held = CHANGES[move].held * seats;
  const sold = CHANGES[move].sold * seats;
  const known = knownCounters(db);
  const key = keyOf(flightId, cabin);
  const guess = known.get(key);
  const asKnown =
    guess && (await db.change(MOVE_AS_KNOWN).run(held, sold, flightId, cabin, guess.authorised, guess.held, guess.sold)) === 1;
  const after = asKnown
    ? { ...guess, held: guess.held + held, sold: guess.sold + sold }
    : await db.changeReturning<Counters>(MOVE_AND_READ).get(held, sold, flightId, cabin);
  assert(after && after.held >= 0 && after.sold >= 0, `flight ${flightId} cabin ${cabin} cannot ${move} ${seats} seats`);
  known.set(key, after);
  return after;
}
