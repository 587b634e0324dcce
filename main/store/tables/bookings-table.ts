import { assert } from '../../../shared/assert.ts';
import type { BookedLeg, BookingState, BookingView } from '../../../shared/methods/booking-view.ts';
import type { LimitEnd } from '../../../shared/pay-by.ts';
import type { Insert, ReadDatabase, WriteDatabase } from '../database.ts';

export interface BookingRow {
  readonly id: number;
  readonly state: BookingState;
  readonly desk: string;
  readonly user: string;
  readonly created_at: number;
  readonly expires_at: number | null;
  readonly hold_ms: number;
  readonly extended: number;
  readonly paying_since: number | null;
  /** While a payment protects the hold: the deadline that the hold has without it. */
  readonly expires_unpaid: number | null;
  readonly tender_failed_at: number | null;
  /** When its payment failed for good. What a clock that stood ahead dated counts from when that clock was set right. */
  readonly failed_at: number | null;
  /** JSON of BookingView.party and BookingView.legs. */
  readonly party: string;
  readonly legs: string;
  /** `legs`, parsed, once somebody has asked for them (`legsOf`). */
  parsedLegs?: readonly BookedLeg[] | undefined;
  readonly currency: string;
  readonly total: number;
  readonly phone: string | null;
  readonly email: string | null;
  readonly asked_by: string | null;
  readonly refunded: number;
  /** Minor units that were paid, did not go back, and pay for no seat any more. */
  readonly fees: number;
  readonly version: number;
  readonly sold_at: number | null;
  readonly sold_by: string | null;
  readonly sold_desk: string | null;
  /** JSON of BookingView.statuses; null while each is what the state gives. */
  readonly statuses: string | null;
  /** The supervisor who said yes to unaccompanied minors. */
  readonly minors_by: string | null;
  /** The ticketing time limit; null without one. */
  readonly pay_by: number | null;
  readonly at_limit: LimitEnd | null;
  /** Of a way on: the booking that may take its seats, and instead of which of its segments, as JSON; null for any other hold or booking. */
  readonly way_for: number | null;
  readonly way_replaces: string | null;
}

const COLUMNS =
  'id, state, desk, user_name AS user, created_at, expires_at, hold_ms, extended, paying_since, expires_unpaid, tender_failed_at, failed_at, party, legs, currency, total, phone, email, asked_by, refunded, fees, version, sold_at, sold_by, sold_desk, statuses, minors_by, pay_by, at_limit, way_for, way_replaces';

const BY_ID = `SELECT ${COLUMNS} FROM bookings WHERE id = ?`;
export const bookingById = (db: ReadDatabase, id: number) => db.query<BookingRow>(BY_ID).get(id);

const BETWEEN = `SELECT ${COLUMNS} FROM bookings WHERE id > ? AND id <= ? ORDER BY id`;
/** Bookings numbered in (after, upTo]. */
export const bookingsBetween = (db: ReadDatabase, after: number, upTo: number) => db.query<BookingRow>(BETWEEN).all(after, upTo);

/** Bookings are read together in groups of this size, so that one prepared statement serves them all. */
export const BOOKINGS_LISTED = 16;
/** Fills a group up with 0, which is no number of a booking. */
export const filledUp = (ids: readonly number[]): number[] => [...ids, ...Array<number>(BOOKINGS_LISTED - ids.length).fill(0)];

const LISTED = `SELECT ${COLUMNS} FROM bookings WHERE id IN (${Array(BOOKINGS_LISTED).fill('?').join(', ')})`;
/** Up to BOOKINGS_LISTED bookings with these numbers, those that there are, in any order. */
export const bookingsListed = (db: ReadDatabase, ids: readonly number[]) => db.query<BookingRow>(LISTED).all(...filledUp(ids));

const OF_DESK = `SELECT ${COLUMNS} FROM bookings WHERE state = 'HOLD' AND expires_at > ? AND desk IN (?) AND way_for IS NULL ORDER BY expires_at, id`;
/** Ways on are none of them: they are taken by their booking, not sold. */
export const holdsOfDesk = (db: ReadDatabase, desk: string, now: number) => db.query<BookingRow>(OF_DESK).all(now, desk);

const PAY_LATER = "SELECT count(*) AS open FROM bookings WHERE state = 'HOLD' AND pay_by IS NOT NULL AND desk = ?";
/** How many holds of a desk have a time limit. */
export const payLaterOfDesk = async (db: ReadDatabase, desk: string): Promise<number> =>
  (await db.query<{ open: number }>(PAY_LATER).get(desk))?.open ?? 0;

const LAST_NUMBER = `SELECT max(last) AS last FROM (SELECT max(id) AS last FROM bookings
  UNION ALL SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'numbers_given') AS known`;

/**
 * The last booking number that was given. After a restore the numbers that the replaced store had given count too, so that no two bookings of
 * the two stores get the same locator.
 */
export const lastBookingId = async (db: ReadDatabase): Promise<number> =>
  (await db.query<{ last: number | null }>(LAST_NUMBER).get())?.last ?? 0;

const HOLDS: Insert = {
  into: 'INSERT INTO bookings (id, state, desk, user_name, created_at, expires_at, hold_ms, party, legs, currency, total)',
  width: 11,
};

export function insertHold(db: WriteDatabase, row: BookingRow): Promise<void> {
  const { id, desk, user, created_at, expires_at, hold_ms, party, legs, currency, total } = row;
  return db.insertLater(HOLDS, [id, 'HOLD', desk, user, created_at, expires_at, hold_ms, party, legs, currency, total]);
}

const WAY = `INSERT INTO bookings (id, state, desk, user_name, created_at, expires_at, hold_ms, party, legs, currency, total, way_for, way_replaces)
  VALUES (?, 'HOLD', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Writes a hold whose seats a booking may take. */
export async function insertWay(db: WriteDatabase, row: BookingRow): Promise<void> {
  const { id, desk, user, created_at, expires_at, hold_ms, party, legs, currency, total, way_for, way_replaces } = row;
  const made = await db
    .change(WAY)
    .run(id, desk, user, created_at, expires_at, hold_ms, party, legs, currency, total, way_for, way_replaces);
  assert(made === 1, `way on ${id} was not stored`);
}

const WAYS = `SELECT ${COLUMNS} FROM bookings WHERE way_for = ? AND state = 'HOLD' ORDER BY id`;
/** The ways on of a booking whose seats are held, also those that are due and not ended yet. */
export const waysFor = (db: ReadDatabase, bookingId: number) => db.query<BookingRow>(WAYS).all(bookingId);

const SPLIT = `INSERT INTO bookings (id, state, desk, user_name, created_at, hold_ms, party, legs, currency, total, phone, email, asked_by, version,
  sold_at, sold_by, sold_desk, minors_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Writes a booking that begins sold, with passengers of another one. */
export async function insertSplit(db: WriteDatabase, row: BookingRow): Promise<void> {
  const { id, state, desk, user, created_at, hold_ms, party, legs, currency, total, phone, email, asked_by, version, ...sale } = row;
  const about = [id, state, desk, user, created_at, hold_ms, party, legs, currency, total, phone, email, asked_by, version];
  const made = await db.change(SPLIT).run(...about, sale.sold_at, sale.sold_by, sale.sold_desk, sale.minors_by);
  assert(made === 1, `booking ${id} was not stored`);
}

export const partyOf = (row: Pick<BookingRow, 'party'>): BookingView['party'] => JSON.parse(row.party);

/** A row after a change. Its legs are parsed again only if they change. */
export function changedRow<Row extends BookingRow>(row: Row, changes: Partial<BookingRow>): Row {
  const parsedLegs = changes.legs === undefined || changes.legs === row.legs ? row.parsedLegs : undefined;
  return { ...row, ...changes, parsedLegs };
}

/** The legs of a row. Their JSON is parsed once, however many rules need them. */
export function legsOf(row: Pick<BookingRow, 'legs' | 'parsedLegs'>): readonly BookedLeg[] {
  row.parsedLegs ??= JSON.parse(row.legs) as BookedLeg[];
  return row.parsedLegs;
}
