import { assert } from '../../../shared/assert.ts';
import type { Awaitable, Insert, ReadDatabase, WriteDatabase } from '../database.ts';
import { knownPassengers, knownTenders, passengersChanged, tendersChanged } from '../known-sales.ts';
import { BOOKINGS_LISTED, filledUp } from './bookings-table.ts';
import { insertFindKeys } from './find-keys-table.ts';
import type { PassengerRow, TenderRow } from './sale-rows.ts';

/** Who takes a tender now. The first entry that its command writes is `nextEvent`. */
export const takenNow = (
  {
    nextEvent,
    now,
    actor,
  }: { readonly nextEvent: number; readonly now: number; readonly actor: { readonly desk: string; readonly user: string } },
  document: TenderRow['document'],
): Pick<TenderRow, 'event' | 'at' | 'desk' | 'user' | 'document'> => ({
  ...{ event: nextEvent, at: now, desk: actor.desk, user: actor.user, document },
});

/** The names and the money of a booking, in their order. */
export interface SaleRecord {
  readonly passengers: readonly PassengerRow[];
  readonly tenders: readonly TenderRow[];
}

/** A booking has none before it is sold. */
export const NO_SALE_RECORD: SaleRecord = { passengers: [], tenders: [] };

const PASSENGER = 'type, host_surname, host_given, surname, given, title, birth_date, carried_by, unaccompanied';
const PASSENGERS = `SELECT ${PASSENGER} FROM booking_passengers WHERE booking_id IN (?) ORDER BY place`;
const TENDER =
  'place, kind, amount, given, approval_code, voucher, reference, wallet, account, refunded, refund_voucher, event, at, desk, user_name AS user, document';
const TENDERS = `SELECT ${TENDER} FROM tenders WHERE booking_id IN (?) ORDER BY place`;

export const tendersOf = (db: ReadDatabase, bookingId: number): Awaitable<readonly TenderRow[]> =>
  knownTenders(db, bookingId) ?? db.query<TenderRow>(TENDERS).all(bookingId);

export const passengersOfBooking = (db: ReadDatabase, bookingId: number): Awaitable<readonly PassengerRow[]> =>
  knownPassengers(db, bookingId) ?? db.query<PassengerRow>(PASSENGERS).all(bookingId);

interface OfBooking {
  readonly booking_id: number;
}
const LISTED = `WHERE booking_id IN (${Array(BOOKINGS_LISTED).fill('?').join(', ')}) ORDER BY booking_id, place`;
const TENDERS_LISTED = `SELECT booking_id, ${TENDER} FROM tenders ${LISTED}`;
const PASSENGERS_LISTED = `SELECT booking_id, ${PASSENGER} FROM booking_passengers ${LISTED}`;

/** The tenders of up to BOOKINGS_LISTED bookings. */
export const tendersListed = async (db: ReadDatabase, ids: readonly number[]): Promise<(TenderRow & OfBooking)[]> =>
  db.query<TenderRow & OfBooking>(TENDERS_LISTED).all(...filledUp(ids));

/** The passengers of up to BOOKINGS_LISTED bookings. */
export const passengersListed = async (db: ReadDatabase, ids: readonly number[]): Promise<(PassengerRow & OfBooking)[]> =>
  db.query<PassengerRow & OfBooking>(PASSENGERS_LISTED).all(...filledUp(ids));

export const saleRecordOf = async (db: ReadDatabase, bookingId: number): Promise<SaleRecord> => ({
  passengers: await passengersOfBooking(db, bookingId),
  tenders: await tendersOf(db, bookingId),
});

const PASSENGER_ROWS: Insert = {
  into: 'INSERT INTO booking_passengers (booking_id, place, type, host_surname, host_given, surname, given, title, birth_date, carried_by, unaccompanied)',
  width: 11,
};
const TENDER_ROWS: Insert = {
  into: 'INSERT INTO tenders (booking_id, place, kind, amount, given, approval_code, voucher, reference, wallet, account, refunded, event, at, desk, user_name, document)',
  width: 16,
};

/** Writes the names and the money of a booking, and what it is found by. */
export async function insertSaleRecord(
  db: WriteDatabase,
  id: number,
  { passengers, tenders }: SaleRecord,
  { phone, email }: { readonly phone: string; readonly email: string },
): Promise<void> {
  await insertPassengers(db, id, passengers);
  await insertFindKeys(db, id, { passengers, phone, email });
  await insertTenders(db, id, tenders);
}

function insertPassengers(db: WriteDatabase, id: number, passengers: readonly PassengerRow[]): Promise<void> {
  passengersChanged(db, id);
  const names = passengers.flatMap((row, place) => [
    ...[id, place, row.type, row.host_surname, row.host_given, row.surname, row.given, row.title],
    ...[row.birth_date, row.carried_by, row.unaccompanied],
  ]);
  return db.insertLater(PASSENGER_ROWS, names);
}

/** The names of a booking are others from now on. */
export async function replacePassengers(db: WriteDatabase, id: number, passengers: readonly PassengerRow[]): Promise<void> {
  await db.change('DELETE FROM booking_passengers WHERE booking_id = ?').run(id);
  await insertPassengers(db, id, passengers);
}

const FORGET = 'UPDATE booking_passengers SET birth_date = NULL WHERE booking_id = ? AND place = ?';
/** The birth date of a passenger is not kept any more. */
export function forgetBirthDate(db: WriteDatabase, bookingId: number, place: number): Awaitable<number> {
  passengersChanged(db, bookingId);
  return db.change(FORGET).run(bookingId, place);
}

const TAKE = `UPDATE tenders SET amount = amount - ?, given = given - ? WHERE booking_id = ? AND place = ? AND amount - refunded >= ?`;

/** A part of a tender pays for another booking from now on. One of which nothing is left stays, with an amount of 0. */
export async function takeFromTender(db: WriteDatabase, bookingId: number, place: number, amount: number): Promise<void> {
  tendersChanged(db, bookingId);
  const taken = await db.change(TAKE).run(amount, amount, bookingId, place, amount);
  assert(taken === 1, `tender ${place} of booking ${bookingId} has no ${amount} left`);
}

/** Money that was taken for a booking. */
export function insertTenders(db: WriteDatabase, id: number, tenders: readonly TenderRow[]): Promise<void> {
  tendersChanged(db, id);
  const money = tenders.flatMap((row) => [
    ...[id, row.place, row.kind, row.amount, row.given, row.approval_code, row.voucher, row.reference, row.wallet, row.account],
    ...[row.refunded, row.event, row.at, row.desk, row.user, row.document],
  ]);
  return db.insertLater(TENDER_ROWS, money);
}
