import { assert } from '../../../shared/assert.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { cabinKey } from '../cabin-key.ts';
import { type Awaitable, LateWriteFailed, type ReadDatabase, type WriteDatabase } from '../database.ts';

/**
 * How many seats of a cabin are held and sold, and how many may be. A cabin gets its row with the first hold in it.
 *
 * The problem: each hold, sale and release changes the counters of a cabin, and its event tells the new ones. Changing a row and reading it
 * back costs twice as much as changing it, and a rush changes the same row many times.
 *
 * 1. A handle remembers the counters that it wrote last. So it works out the counters after a change in memory, and writes the row of a
 *    cabin once in a batch.
 * 2. What it remembers is a guess. The statement changes the row only if the row is as remembered. If not, the batch runs again and reads
 *    the row.
 * 3. The guard stands in the statement: the sum never grows beyond the authorised number, whatever was worked out. No code reads the
 *    counters first and decides on what it read. A statement that changes no row means that the cabin is full.
 * What must never be broken: the counters equal the claims of each flight and cabin. The checks and the simulation compare them.
 */
export interface Counters {
  readonly authorised: number;
  readonly held: number;
  readonly sold: number;
}

/** `stored`: what the row says while a change waits to be written. */
interface Known {
  counters: Counters;
  stored: Counters | undefined;
}

/** Enough for the cabins that sell in a rush, and little memory. */
const CABINS_KNOWN_MAX = 20_000;

const knownBy = new WeakMap<WriteDatabase, Map<number, Known>>();

function knownCounters(db: WriteDatabase): Map<number, Known> {
  const known = knownBy.get(db) ?? new Map<number, Known>();
  knownBy.set(db, known);
  return known;
}

/** Must be called after something was undone. */
export const forgetCounters = (db: WriteDatabase): boolean => knownBy.delete(db);

function remember(db: WriteDatabase, key: number, counters: Counters): void {
  const known = knownCounters(db);
  const one = known.get(key);
  if (one) one.counters = counters;
  else {
    // A change that waits to be written has its own object, so clearing the map loses no change.
    if (known.size >= CABINS_KNOWN_MAX) known.clear();
    known.set(key, { counters, stored: undefined });
  }
}

const SET = `UPDATE cabin_counters SET held = ?, sold = ? WHERE flight_id = ? AND cabin = ?
  AND authorised = ? AND held = ? AND sold = ? AND (? <= authorised OR ? <= held + sold)`;

/** Writes the counters of a cabin later, once for all changes until then. */
async function setLater(db: WriteDatabase, flightId: number, cabin: Cabin, known: Known, after: Counters): Promise<void> {
  const waits = known.stored !== undefined;
  known.stored ??= known.counters;
  known.counters = after;
  if (waits) return;
  await db.changeLater('cabin_counters', async (now) => {
    const { stored, counters } = known;
    known.stored = undefined;
    if (!stored) return;
    const { held, sold } = counters;
    const sum = held + sold;
    const { authorised } = stored;
    const changed = await now.change(SET).run(held, sold, flightId, cabin, authorised, stored.held, stored.sold, sum, sum);
    if (changed !== 1) throw new LateWriteFailed(`cabin ${cabin} of flight ${flightId} has other counters than it had`);
  });
}

const HOLD_SEATS = `
  INSERT INTO cabin_counters (flight_id, cabin, authorised, held, sold) VALUES (?, ?, ?, ?, 0)
  ON CONFLICT (flight_id, cabin) DO UPDATE SET held = cabin_counters.held + excluded.held
  WHERE cabin_counters.held + cabin_counters.sold + excluded.held <= cabin_counters.authorised
  RETURNING authorised, held, sold`;

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
  const key = cabinKey(flightId, cabin);
  const known = knownCounters(db).get(key);
  if (known) {
    const { authorised, held, sold } = known.counters;
    if (held + sold + seats <= authorised) {
      const after = { authorised, held: held + seats, sold };
      await setLater(db, flightId, cabin, known, after);
      return after;
    }
  }
  const after = await db.changeReturning<Counters>(HOLD_SEATS).get(flightId, cabin, capacity, seats);
  if (after) remember(db, key, after);
  return after;
}

const AUTHORISE = `
  INSERT INTO cabin_counters (flight_id, cabin, authorised, held, sold) VALUES (?, ?, ?, 0, 0)
  ON CONFLICT (flight_id, cabin) DO UPDATE SET authorised = excluded.authorised
  WHERE cabin_counters.held + cabin_counters.sold <= excluded.authorised
  RETURNING authorised, held, sold`;

/** Sets how many seats may be sold. Returns the new counters, or undefined when more are taken already. */
export async function setAuthorised(db: WriteDatabase, flightId: number, cabin: Cabin, authorised: number): Promise<Counters | undefined> {
  // The statement finds written what waits, so no late change still expects the old number.
  const after = await db.changeReturning<Counters>(AUTHORISE).get(flightId, cabin, authorised);
  if (after) remember(db, cabinKey(flightId, cabin), after);
  return after;
}

const SHIFT = `
  INSERT INTO cabin_counters (flight_id, cabin, authorised, held, sold) VALUES (?, ?, ?, 0, 0)
  ON CONFLICT (flight_id, cabin) DO UPDATE SET authorised = cabin_counters.authorised + ? WHERE cabin_counters.authorised + ? >= 0
  RETURNING authorised, held, sold`;

/**
 * So many seats of a cabin come to stock (above 0) or leave it (below 0), and as many more or less may be sold, whatever is taken: as with another
 * aircraft, more may be taken than may be sold. No more may leave than may be sold. `capacity` counts for a cabin without counters.
 */
export async function shiftAuthorised(db: WriteDatabase, flightId: number, cabin: Cabin, by: number, capacity: number): Promise<Counters> {
  const after = await db.changeReturning<Counters>(SHIFT).get(flightId, cabin, capacity + by, by, by);
  assert(after, `flight ${flightId} cabin ${cabin} may not sell ${-by} seats that leave it`);
  remember(db, cabinKey(flightId, cabin), after);
  return after;
}

const OF_CABIN = 'SELECT authorised, held, sold FROM cabin_counters WHERE flight_id = ? AND cabin = ?';

/** The counters of a cabin in which seats are held or sold. */
export async function countersOf(db: ReadDatabase, flightId: number, cabin: Cabin): Promise<Counters> {
  const counters = await db.query<Counters>(OF_CABIN).get(flightId, cabin);
  assert(counters, `flight ${flightId} cabin ${cabin} has seats and no counters`);
  return counters;
}

/** The counters of a cabin, as this handle wrote them last or as read; undefined while nothing was ever held in it. */
export const countersNow = (db: WriteDatabase, flightId: number, cabin: Cabin): Awaitable<Counters | undefined> =>
  knownCounters(db).get(cabinKey(flightId, cabin))?.counters ?? db.query<Counters>(OF_CABIN).get(flightId, cabin);

const MOVE_SEATS = `UPDATE cabin_counters SET held = held + ?, sold = sold + ? WHERE flight_id = ? AND cabin = ?
  RETURNING authorised, held, sold`;

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
  const key = cabinKey(flightId, cabin);
  const known = knownCounters(db).get(key);
  const after = known
    ? { authorised: known.counters.authorised, held: known.counters.held + held, sold: known.counters.sold + sold }
    : await db.changeReturning<Counters>(MOVE_SEATS).get(held, sold, flightId, cabin);
  assert(after && after.held >= 0 && after.sold >= 0, `flight ${flightId} cabin ${cabin} cannot ${move} ${seats} seats`);
  if (known) await setLater(db, flightId, cabin, known, after);
  else remember(db, key, after);
  return after;
}
