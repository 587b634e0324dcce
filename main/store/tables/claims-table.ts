import { assert } from '../../../shared/assert.ts';
import { seatedOn } from '../../../shared/later-seat.ts';
import type { BookedLeg, BookingView } from '../../../shared/methods/booking-view.ts';
import { isNoSeat, type NoSeat } from '../../../shared/open-seat.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { type Awaitable, type Insert, LateWriteFailed, type ReadDatabase, type Value, type WriteDatabase } from '../database.ts';
import { knowOversold } from '../known-over.ts';
import { knownTaken, knowTaken, noteFree, noteTaken } from '../known-taken.ts';
import { type BookingRow, partyOf } from './bookings-table.ts';

/**
 * Taken seats; free ones have no rows. The key (flight, seat) is what keeps a seat from being sold twice.
 *
 * A claim has a kind and an owner. Of the kind 'booking' the owner is the booking's number, and `segment` and `passenger` say whose seat it
 * is. Whether a booking's seats are held or sold is the state of the booking and is not said here again: a sale would have to write every
 * claim once more, and the two could differ. Of the kind 'block' nobody is the owner (0), and seat-blocks-table.ts says why the seat is blocked.
 *
 * A passenger of a booking who has no seat yet has a claim too, of the kind 'open' or 'over' (shared/open-seat.ts). Its seat is none of the
 * aircraft: `*Y17.1.2` is cabin, booking, segment and passenger. So the counters equal the claims of these three kinds, whoever is found by the
 * claims of a flight is found without a seat as well, and it is in nobody's way.
 *
 * So all kinds but one are of bookings, and statements say it in that way: at each call SQLite would put a list of three words into a table of its own.
 */
export const OF_BOOKINGS = "<> 'block'";

/** With what the seat of a claim begins that is no seat. */
const NO_SEAT_MARK = '*';

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
  readonly kind: 'booking' | NoSeat;
  readonly bookingId: number;
  readonly segment: number;
  readonly passenger: number;
}

/** The claim of one passenger. `seat`: as the leg of the booking says. */
export function claimFor(
  cabin: Cabin,
  seat: string,
  { flightId, bookingId, segment, passenger }: Pick<SeatClaim, 'flightId' | 'bookingId' | 'segment' | 'passenger'>,
): SeatClaim {
  const none = isNoSeat(seat);
  const name = none ? `${NO_SEAT_MARK}${cabin}${bookingId}.${segment}.${passenger}` : seat;
  return { flightId, seat: name, kind: none ? seat : 'booking', bookingId, segment, passenger };
}

/** The cabin of a claim without a seat; undefined for a seat. */
export const cabinWithoutSeat = (seat: string): Cabin | undefined => (seat.startsWith(NO_SEAT_MARK) ? (seat[1] as Cabin) : undefined);

/** The claim of the passenger at `place` of a leg's seats. `sitting`: those who sit on the leg. */
export const seatClaimOf = (
  bookingId: number,
  { flightId, seats, segment, cabin }: Pick<BookedLeg, 'flightId' | 'seats' | 'segment' | 'cabin'>,
  sitting: Readonly<BookingView['party']>,
  place: number,
): SeatClaim => claimFor(cabin, seats[place] ?? '', { flightId, bookingId, segment, passenger: sitting[place]?.passenger ?? 0 });

/** The claims of a booking on one of its legs, in the order of its seats. */
export function claimsOfLeg(row: Pick<BookingRow, 'id' | 'party'>, leg: BookedLeg): SeatClaim[] {
  const sitting = seatedOn(partyOf(row), leg.segment);
  return leg.seats.map((_, place) => seatClaimOf(row.id, leg, sitting, place));
}

const CLAIMS: Insert = {
  into: 'INSERT INTO claims (flight_id, seat, kind, owner, segment, passenger)',
  width: 6,
  conflict: 'ON CONFLICT (flight_id, seat) DO NOTHING',
};
const CLAIM = `${CLAIMS.into} VALUES (?, ?, ?, ?, ?, ?) ${CLAIMS.conflict}`;

const valuesOf = ({ flightId, seat, kind, bookingId, segment, passenger }: SeatClaim): Value[] => [
  flightId,
  seat,
  kind,
  bookingId,
  segment,
  passenger,
];

/** True when the seat was free and is now claimed. */
export async function claimSeat(db: WriteDatabase, claim: SeatClaim): Promise<boolean> {
  noteClaim(db, claim);
  return (await db.change(CLAIM).run(...valuesOf(claim))) === 1;
}

/**
 * Claims a seat that was just found free. The claim is written in its turn among what waits, so that a claim on the seat that was given up before is gone
 * by then. Where the seat is not free, the batch ends with LateWriteFailed.
 */
export async function claimFreeSeat(db: WriteDatabase, claim: SeatClaim): Promise<void> {
  noteClaim(db, claim);
  await db.changeLater('claims', async (now) => {
    const claimed = await now.change(CLAIM).run(...valuesOf(claim));
    if (claimed !== 1) throw new LateWriteFailed(`seat ${claim.seat} of flight ${claim.flightId} is claimed already`);
  });
}

/** The same, for a block. */
export async function claimForBlock(db: WriteDatabase, flightId: number, seat: string): Promise<boolean> {
  noteTaken(db, flightId, seat);
  return (await db.change(CLAIM).run(flightId, seat, 'block', 0, 0, 0)) === 1;
}

const OPEN = "SELECT seat FROM claims WHERE flight_id IN (?) AND kind = 'open'";

/** How many passengers of a cabin choose their seats later. */
export const openPassengers = async (db: ReadDatabase, flightId: number, cabin: Cabin): Promise<number> =>
  (await db.column<string>(OPEN).all(flightId)).filter((seat) => seat[1] === cabin).length;

const FREE_BLOCKED = "DELETE FROM claims WHERE flight_id = ? AND seat = ? AND kind = 'block'";

export async function giveUpBlockClaim(db: WriteDatabase, flightId: number, seat: string): Promise<void> {
  noteFree(db, flightId, seat);
  const gone = await db.change(FREE_BLOCKED).run(flightId, seat);
  assert(gone === 1, `seat ${seat} of flight ${flightId} has no claim of a block`);
}

/** Claims a seat that is taken to be free. Where it is not, the batch ends with LateWriteFailed and is run again with `claimSeat`. */
export function claimSeatLater(db: WriteDatabase, claim: SeatClaim): Promise<void> {
  noteClaim(db, claim);
  return db.insertLater(CLAIMS, valuesOf(claim));
}

/** A seat that somebody else has is taken too, so this is said before it is known whether the seat was free. */
function noteClaim(db: WriteDatabase, { kind, flightId, seat }: SeatClaim): void {
  noteTaken(db, flightId, seat);
  const cabin = kind === 'over' ? cabinWithoutSeat(seat) : undefined;
  if (cabin) knowOversold(db, flightId, cabin);
}

export const BOOKINGS_OVER = "SELECT DISTINCT owner FROM claims WHERE flight_id IN (?) AND kind = 'over'";

/** Numbers of the bookings with passengers who were sold or held above the seats of a flight, in any order. */
export const bookingsOver = async (db: ReadDatabase, flightId: number): Promise<readonly number[]> =>
  db.column<number>(BOOKINGS_OVER).all(flightId);

const BOOKINGS_ON = `SELECT DISTINCT owner FROM claims WHERE flight_id IN (?) AND kind ${OF_BOOKINGS} ORDER BY owner`;

/** Numbers of the bookings with passengers on a flight, with a seat or without, in their order. */
export const bookingsOn = async (db: ReadDatabase, flightId: number): Promise<readonly number[]> =>
  db.column<number>(BOOKINGS_ON).all(flightId);

const CLAIMANT = `SELECT b.id, b.state, b.desk, b.expires_at FROM claims c JOIN bookings b ON b.id = c.owner
  WHERE c.flight_id IN (?) AND c.seat IN (?) AND c.kind = 'booking'`;
export const claimantOf = (db: ReadDatabase, flightId: number, seat: string) => db.query<Claimant>(CLAIMANT).get(flightId, seat);

const GIVE_UP = `DELETE FROM claims WHERE flight_id = ? AND seat = ? AND owner = ? AND kind ${OF_BOOKINGS}`;

/** `seat`: as the claim has it. */
export async function giveUpClaim(db: WriteDatabase, flightId: number, seat: string, bookingId: number): Promise<void> {
  noteFree(db, flightId, seat);
  await db.changeLater('claims', async (now) => {
    const gone = await now.change(GIVE_UP).run(flightId, seat, bookingId);
    if (gone !== 1) throw new LateWriteFailed(`booking ${bookingId} had no claim on ${seat} of flight ${flightId}`);
  });
}

const PASS_ON = `UPDATE claims SET owner = ?, segment = ?, passenger = ?
  WHERE flight_id = ? AND seat = ? AND owner = ? AND kind = 'booking'`;

/** The claim `had` of a booking becomes that of another passenger, segment or booking. */
export async function passClaimOn(db: WriteDatabase, had: SeatClaim, claim: SeatClaim): Promise<void> {
  const { flightId, seat, bookingId, segment, passenger } = claim;
  assert(had.flightId === flightId && had.kind === claim.kind, `a claim on flight ${had.flightId} is passed on as what it is`);
  // Without a seat, the claim is named for whom it is.
  if (had.kind !== 'booking') {
    await giveUpClaim(db, had.flightId, had.seat, had.bookingId);
    assert(await claimSeat(db, claim), `${seat} of flight ${flightId} is claimed already`);
    return;
  }
  const passed = await db.change(PASS_ON).run(bookingId, segment, passenger, flightId, seat, had.bookingId);
  assert(passed === 1, `booking ${had.bookingId} had no claim on ${seat} of flight ${flightId}`);
}

const TAKEN = "SELECT seat FROM claims WHERE flight_id = ? AND NOT (kind = 'booking' AND owner = ?)";

/** Seats of a flight that others than this booking have. */
export async function takenSeats(db: ReadDatabase, flightId: number, bookingId: number): Promise<Set<string>> {
  return new Set(await db.column<string>(TAKEN).all(flightId, bookingId));
}

/** All taken seats of a flight, read once and then kept (known-taken.ts). The set changes with the claims. */
export const seatsTakenNow = (db: WriteDatabase, flightId: number): Awaitable<ReadonlySet<string>> =>
  knownTaken(db, flightId) ?? readTaken(db, flightId);

async function readTaken(db: WriteDatabase, flightId: number): Promise<ReadonlySet<string>> {
  const taken = await takenSeats(db, flightId, 0);
  knowTaken(db, flightId, taken);
  return taken;
}

const ON_SEAT = 'SELECT seat FROM claims WHERE flight_id = ? AND seat = ?';

/** Whether anybody has one of these seats of a flight. */
export async function anyTaken(db: ReadDatabase, flightId: number, seats: readonly string[]): Promise<boolean> {
  for (const seat of seats) if ((await db.column<string>(ON_SEAT).get(flightId, seat)) !== undefined) return true;
  return false;
}

const DUE = `SELECT DISTINCT b.id FROM claims c JOIN bookings b ON b.id = c.owner
  WHERE c.flight_id IN (?) AND c.kind ${OF_BOOKINGS} AND b.state = 'HOLD' AND b.expires_at <= ? ORDER BY b.id`;

const LIVE = `SELECT DISTINCT b.id FROM claims c JOIN bookings b ON b.id = c.owner
  WHERE c.flight_id IN (?) AND c.kind ${OF_BOOKINGS} AND b.state = 'HOLD' ORDER BY b.id`;

/** Holds on a flight, due or not. */
export const liveHoldsOn = (db: ReadDatabase, flightId: number) => db.column<number>(LIVE).all(flightId);

/** Holds on a flight that are due and have not been ended yet. */
export const dueHoldsOn = async (db: ReadDatabase, flightId: number, now: number): Promise<number[]> =>
  (await db.query<{ id: number }>(DUE).all(flightId, now)).map((row) => row.id);
