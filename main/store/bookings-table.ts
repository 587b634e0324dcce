import { assert } from '../../shared/assert.ts';
import type { BookedLeg, BookingState, BookingView } from '../../shared/methods/booking-view.ts';
import { nameText } from '../../shared/passengers.ts';
import type { ReadDatabase, WriteDatabase } from './database.ts';
import type { Locators } from './locators.ts';
import { NO_PAPERS, type Papers, type PassengerRow, papersOf, type TenderRow } from './papers.ts';

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
  /** JSON of BookingView.party and BookingView.legs. */
  readonly party: string;
  readonly legs: string;
  readonly currency: string;
  readonly total: number;
  readonly phone: string | null;
  readonly email: string | null;
  readonly asked_by: string | null;
  readonly refunded: number;
}

const COLUMNS =
  'id, state, desk, user_name AS user, created_at, expires_at, hold_ms, extended, paying_since, party, legs, currency, total, phone, email, asked_by, refunded';

const BY_ID = `SELECT ${COLUMNS} FROM bookings WHERE id = ?`;
export const bookingById = (db: ReadDatabase, id: number) => db.query<BookingRow>(BY_ID).get(id);

const BETWEEN = `SELECT ${COLUMNS} FROM bookings WHERE id > ? AND id <= ? ORDER BY id`;
/** Bookings numbered in (after, upTo]. */
export const bookingsBetween = (db: ReadDatabase, after: number, upTo: number) => db.query<BookingRow>(BETWEEN).all(after, upTo);

const OF_DESK = `SELECT ${COLUMNS} FROM bookings WHERE state = 'HOLD' AND expires_at > ? AND desk IN (?) ORDER BY expires_at, id`;
export const holdsOfDesk = (db: ReadDatabase, desk: string, now: number) => db.query<BookingRow>(OF_DESK).all(now, desk);

const LAST_NUMBER = `SELECT max(last) AS last FROM (SELECT max(id) AS last FROM bookings
  UNION ALL SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'numbers_given') AS known`;

/**
 * The last booking number that was given. A store that was put back from a backup knows of those that the store which it replaced had
 * given, so that their locators never meet either.
 */
export const lastBookingId = async (db: ReadDatabase): Promise<number> =>
  (await db.query<{ last: number | null }>(LAST_NUMBER).get())?.last ?? 0;

export async function insertHold(db: WriteDatabase, row: BookingRow): Promise<void> {
  const sql = `INSERT INTO bookings (id, state, desk, user_name, created_at, expires_at, hold_ms, party, legs, currency, total)
    VALUES (?, 'HOLD', ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const { id, desk, user, created_at, expires_at, hold_ms, party, legs, currency, total } = row;
  const made = await db.change(sql).run(id, desk, user, created_at, expires_at, hold_ms, party, legs, currency, total);
  assert(made === 1, `booking ${id} was not stored`);
}

const legsRead = new WeakMap<object, readonly BookedLeg[]>();

/** The legs of a row, read once however many rules ask for them. */
export function legsOf(row: Pick<BookingRow, 'legs'>): readonly BookedLeg[] {
  const known = legsRead.get(row);
  if (known) return known;
  const legs = JSON.parse(row.legs) as BookedLeg[];
  legsRead.set(row, legs);
  return legs;
}

/** What the columns say; party and legs are JSON already. */
function columnsView(row: BookingRow, locators: Locators, papers: Papers): Omit<BookingView, 'party' | 'legs'> {
  return {
    bookingId: row.id,
    locator: locators.of(row.id),
    state: row.state,
    desk: row.desk,
    user: row.user,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    holdMs: row.hold_ms,
    extended: row.extended === 1,
    payingSince: row.paying_since,
    passengers: papers.passengers.map(passengerView),
    contact: row.asked_by === null ? null : { phone: row.phone ?? '', email: row.email ?? '', askedBy: row.asked_by },
    currency: row.currency,
    total: row.total,
    tenders: papers.tenders.map(tenderView),
    refunded: row.refunded,
  };
}

const passengerView = (row: PassengerRow): BookingView['passengers'][number] => ({
  type: row.type,
  name: nameText(row.surname, row.given, row.title),
  surname: row.surname,
  given: row.given,
  title: row.title,
  birthDate: row.birth_date,
  with: row.carried_by,
});

const tenderView = (row: TenderRow): BookingView['tenders'][number] => ({
  kind: row.kind,
  amount: row.amount,
  given: row.given,
  approvalCode: row.approval_code,
  voucher: row.voucher,
  refunded: row.refunded,
});

const rowView = (row: BookingRow, locators: Locators, papers: Papers): BookingView => ({
  ...columnsView(row, locators, papers),
  party: JSON.parse(row.party) as BookingView['party'],
  legs: [...legsOf(row)],
});

/** The booking as screens show it while it has neither names nor tenders. */
export const holdView = (row: BookingRow, locators: Locators): BookingView => rowView(row, locators, NO_PAPERS);

/** The booking, whole. */
export const fullView = async (db: ReadDatabase, row: BookingRow, locators: Locators): Promise<BookingView> =>
  rowView(row, locators, await papersOf(db, row.id));

/** A booking's view as JSON. `head` has no end: party and legs come last, and stand in the row as JSON already. */
export interface WrittenBooking extends Pick<BookingRow, 'id' | 'party' | 'legs'> {
  readonly head: string;
}

/** `holdView`, written. */
export const writtenHold = (row: BookingRow, locators: Locators): WrittenBooking => writtenBooking(row, locators, NO_PAPERS);

/** `fullView`, written. */
export const writtenBooking = (row: BookingRow, locators: Locators, papers: Papers): WrittenBooking => ({
  id: row.id,
  head: JSON.stringify(columnsView(row, locators, papers)).slice(0, -1),
  party: row.party,
  legs: row.legs,
});
