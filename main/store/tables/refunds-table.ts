import { assert } from '../../../shared/assert.ts';
import type { Insert, ReadDatabase, WriteDatabase } from '../database.ts';
import { knowLastId, lastId } from '../last-ids.ts';

/** Money that goes back to a tender. Each time is a row, so that a booking may be refunded in parts. Rows are never changed but for their state. */
export interface RefundRow {
  readonly id: number;
  readonly booking_id: number;
  /** Of the tender. */
  readonly place: number;
  /** Minor units. */
  readonly amount: number;
  readonly at: number;
  /** The version that the booking has with it. */
  readonly version: number;
  /** Where and by whom it was given back, and the first entry of the journal that was written with it. */
  readonly desk: string;
  readonly user: string;
  readonly event: number;
  /** The new voucher that got it, because the one that paid was past its time. */
  readonly voucher: string | null;
  /** The charge at the desk's own terminal that it goes back from; null for any other tender. */
  readonly reference: string | null;
  /** What the terminal calls this refund. The same name twice refunds once. */
  readonly called: string | null;
  /** DUE: a job gives it back, or a supervisor to a wallet. STOPPED: it was taken back before that. Null: it went back at once. */
  readonly state: 'DUE' | 'DONE' | 'STOPPED' | null;
  /** Why it goes back, in words without passenger data. */
  readonly reason: string;
}

const COLUMNS = 'id, booking_id, place, amount, at, version, voucher, reference, called, state, reason, desk, user_name AS user, event';
const REFUNDS: Insert = {
  into: 'INSERT INTO refunds (id, booking_id, place, amount, at, version, voucher, reference, called, state, reason, desk, user_name, event)',
  width: 14,
};

export const refundCalled = (db: ReadDatabase, called: string) =>
  db.query<RefundRow>(`SELECT ${COLUMNS} FROM refunds WHERE called = ?`).get(called);

/** Writes down that money goes back to a tender. A refund of a charge at the own terminal is due, and gets a name for the terminal. Returns that name. `byHand`: it is due until a supervisor has sent it. */
export async function insertRefund(
  db: WriteDatabase,
  {
    booking_id,
    place,
    amount,
    at,
    version,
    voucher,
    reference,
    reason,
    desk,
    user,
    event,
    byHand = false,
  }: Omit<RefundRow, 'id' | 'called' | 'state'> & { readonly byHand?: boolean },
): Promise<string | null> {
  const id = (await lastId(db, 'refunds')) + 1;
  const called = reference === null ? null : `${reference}.r${id}`;
  const state = reference === null && !byHand ? null : 'DUE';
  await db.insertLater(REFUNDS, [id, booking_id, place, amount, at, version, voucher, reference, called, state, reason, desk, user, event]);
  knowLastId(db, 'refunds', id);
  return called;
}

const OF_VERSION = `SELECT ${COLUMNS} FROM refunds WHERE booking_id IN (?) AND version = ? AND amount > 0 ORDER BY id`;
/** What went back with the step that made this version of a booking. */
export const refundsOfVersion = (db: ReadDatabase, bookingId: number, version: number) =>
  db.query<RefundRow>(OF_VERSION).all(bookingId, version);

/** A refund that was not sent yet is not made. */
export async function stopRefund(db: WriteDatabase, id: number): Promise<void> {
  const stopped = await db.change("UPDATE refunds SET state = 'STOPPED' WHERE id = ? AND state = 'DUE'").run(id);
  assert(stopped === 1, `refund ${id} is not due`);
}

/** The terminal has given it back. */
export async function endRefund(db: WriteDatabase, called: string): Promise<void> {
  const ended = await db.change("UPDATE refunds SET state = 'DONE' WHERE called = ? AND state = 'DUE'").run(called);
  assert(ended === 1, `refund ${called} is not due`);
}

const DUE = "SELECT coalesce(sum(amount), 0) AS due FROM refunds WHERE booking_id IN (?) AND state = 'DUE'";
/** Minor units that are to go back to tenders of a booking and have not gone back yet. */
export const refundDue = async (db: ReadDatabase, bookingId: number): Promise<number> =>
  (await db.query<{ due: number }>(DUE).get(bookingId))?.due ?? 0;

const NEWEST_DUE = "SELECT booking_id AS id FROM refunds WHERE state = 'DUE' ORDER BY id DESC LIMIT ?";
/** Bookings with such refunds, that of the newest first. A booking stands there once for each. */
export const refundsDueOf = (db: ReadDatabase, most: number) => db.column<number>(NEWEST_DUE).all(most);

const NEWEST = 'SELECT id, booking_id FROM refunds WHERE id < ? AND amount > 0 ORDER BY id DESC LIMIT ?';
/** The newest refunds before one, newest first. */
export const refundsBefore = (db: ReadDatabase, before: number, most: number) =>
  db.query<Pick<RefundRow, 'id' | 'booking_id'>>(NEWEST).all(before, most);
const DUE_BY_HAND = `SELECT r.id, r.booking_id, r.amount, r.at, r.desk, r.user_name AS user, r.reason, t.wallet, b.currency
  FROM refunds r JOIN tenders t ON t.booking_id = r.booking_id AND t.place = r.place JOIN bookings b ON b.id = r.booking_id
  WHERE r.state = 'DUE' AND r.called IS NULL ORDER BY r.id LIMIT 0 + ?`;

/** What supervisors have to send to wallets, oldest first. */
export const refundsByHand = (db: ReadDatabase, most: number) =>
  db
    .query<Pick<RefundRow, 'id' | 'booking_id' | 'amount' | 'at' | 'desk' | 'user' | 'reason'> & { wallet: string; currency: string }>(
      DUE_BY_HAND,
    )
    .all(most);

export const refundById = (db: ReadDatabase, id: number) => db.query<RefundRow>(`SELECT ${COLUMNS} FROM refunds WHERE id = ?`).get(id);

/** A supervisor has sent it. `sentAs`: what the wallet calls that payment. */
export async function endRefundByHand(db: WriteDatabase, id: number, sentAs: string): Promise<void> {
  const sql = "UPDATE refunds SET state = 'DONE', sent_as = ? WHERE id = ? AND state = 'DUE' AND called IS NULL";
  const ended = await db.change(sql).run(sentAs, id);
  assert(ended === 1, `refund ${id} is not due by hand`);
}
