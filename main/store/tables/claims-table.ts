import { assert } from '../../../shared/assert.ts';
import type { BookedLeg, BookingView } from '../../../shared/methods/booking-view.ts';
import { type Insert, LateWriteFailed, type ReadDatabase, type Value, type WriteDatabase } from '../database.ts';

/**
 * Taken seats; free ones have no rows. The key (flight, seat) is what keeps a seat from being sold twice.
 *
 * A claim has a kind and an owner. Of the kind 'booking' the owner is the booking's number, and `segment` and `passenger` say whose seat it
 * is. Of the kind 'block' nobody is the owner (0), and seat-blocks-table.ts says why the seat is blocked. Whether a booking's seats are held or sold is the state of the booking and is not said here again: a sale would have to write every
 * claim once more, and the two could differ.
 */

/** Who has a seat: the booking behind the claim. */
export interface Claimant {
  readonly id: number;
  readonly state: string;
  readonly desk: string;
  readonly expires_at: number | null;
}

/** A seat of a booking: for which of its passengers, on which of its segments. */
export interface SeatClaim {
  readonly flightId: number;
  readonly seat: string;
  readonly bookingId: number;
  readonly segment: number;
  readonly passenger: number;
}

/** The claim on the seat of the passenger at `place` of a leg's seats. */
export const seatClaimOf = (
  bookingId: number,
  { flightId, seats, segment }: BookedLeg,
  party: Readonly<BookingView['party']>,
  place: number,
): SeatClaim => ({
  ...{ bookingId, flightId, segment },
  seat: seats[place] ?? '',
  passenger: party[place]?.passenger ?? 0,
});

const CLAIMS: Insert = {
  into: 'INSERT INTO claims (flight_id, seat, kind, owner, segment, passenger)',
  width: 6,
  conflict: 'ON CONFLICT (flight_id, seat) DO NOTHING',
};
const CLAIM = `${CLAIMS.into} VALUES (?, ?, ?, ?, ?, ?) ${CLAIMS.conflict}`;

const valuesOf = ({ flightId, seat, bookingId, segment, passenger }: SeatClaim): Value[] => [
  flightId,
  seat,
  'booking',
  bookingId,
  segment,
  passenger,
];

/** True when the seat was free and is now claimed. */
export async function claimSeat(db: WriteDatabase, claim: SeatClaim): Promise<boolean> {
  return (await db.change(CLAIM).run(...valuesOf(claim))) === 1;
}

/** The same, for a block. */
export const claimForBlock = async (db: WriteDatabase, flightId: number, seat: string): Promise<boolean> =>
  (await db.change(CLAIM).run(flightId, seat, 'block', 0, 0, 0)) === 1;

const FREE_BLOCKED = "DELETE FROM claims WHERE flight_id = ? AND seat = ? AND kind = 'block'";

export async function giveUpBlockClaim(db: WriteDatabase, flightId: number, seat: string): Promise<void> {
  const gone = await db.change(FREE_BLOCKED).run(flightId, seat);
  assert(gone === 1, `seat ${seat} of flight ${flightId} has no claim of a block`);
}

/** Claims a seat that is taken to be free. Where it is not, the batch ends with LateWriteFailed and is run again with `claimSeat`. */
export const claimSeatLater = (db: WriteDatabase, claim: SeatClaim): Promise<void> => db.insertLater(CLAIMS, valuesOf(claim));

const CLAIMANT = `SELECT b.id, b.state, b.desk, b.expires_at FROM claims c JOIN bookings b ON b.id = c.owner
  WHERE c.flight_id IN (?) AND c.seat IN (?) AND c.kind = 'booking'`;
export const claimantOf = (db: ReadDatabase, flightId: number, seat: string) => db.query<Claimant>(CLAIMANT).get(flightId, seat);

const GIVE_UP = "DELETE FROM claims WHERE flight_id = ? AND seat = ? AND owner = ? AND kind = 'booking'";

export const giveUpClaim = (db: WriteDatabase, flightId: number, seat: string, bookingId: number): Promise<void> =>
  db.changeLater('claims', async (now) => {
    const gone = await now.change(GIVE_UP).run(flightId, seat, bookingId);
    if (gone !== 1) throw new LateWriteFailed(`booking ${bookingId} had no claim on ${seat} of flight ${flightId}`);
  });

const PASS_ON = `UPDATE claims SET owner = ?, segment = ?, passenger = ?
  WHERE flight_id = ? AND seat = ? AND owner = ? AND kind = 'booking'`;

/** The seat that a booking has becomes that of another passenger, segment or booking. */
export async function passClaimOn(
  db: WriteDatabase,
  from: number,
  { flightId, seat, bookingId, segment, passenger }: SeatClaim,
): Promise<void> {
  const passed = await db.change(PASS_ON).run(bookingId, segment, passenger, flightId, seat, from);
  assert(passed === 1, `booking ${from} had no claim on ${seat} of flight ${flightId}`);
}

const TAKEN = "SELECT seat FROM claims WHERE flight_id = ? AND NOT (kind = 'booking' AND owner = ?)";

/** Seats of a flight that others than this booking have. */
export async function takenSeats(db: ReadDatabase, flightId: number, bookingId: number): Promise<Set<string>> {
  return new Set(await db.column<string>(TAKEN).all(flightId, bookingId));
}

const ON_SEAT = 'SELECT seat FROM claims WHERE flight_id = ? AND seat = ?';

/** Whether anybody has one of these seats of a flight. */
export async function anyTaken(db: ReadDatabase, flightId: number, seats: readonly string[]): Promise<boolean> {
  for (const seat of seats) if ((await db.column<string>(ON_SEAT).get(flightId, seat)) !== undefined) return true;
  return false;
}

const DUE = `SELECT DISTINCT b.id FROM claims c JOIN bookings b ON b.id = c.owner
  WHERE c.flight_id IN (?) AND c.kind = 'booking' AND b.state = 'HOLD' AND b.expires_at <= ? ORDER BY b.id`;

/** Holds on a flight that are due and have not been ended yet. */
export const dueHoldsOn = async (db: ReadDatabase, flightId: number, now: number): Promise<number[]> =>
  (await db.query<{ id: number }>(DUE).all(flightId, now)).map((row) => row.id);
