import { assert } from '../../../shared/assert.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

/**
 * PENDING: put to the terminal, no answer stored yet. TAKEN: charged for a hold that is not paid in full yet; it becomes part of the sale, or is
 * reversed when the hold ends. DECLINED: not charged, and that is known. REVERSAL_DUE: charged, or perhaps charged, for what was not sold; the
 * whole charge is to be undone. APPROVED: charged for what was sold; what goes back of it stands in `refunds`.
 */
export type PaymentState = 'PENDING' | 'TAKEN' | 'APPROVED' | 'DECLINED' | 'REVERSAL_DUE' | 'REVERSED';

export interface PaymentRow {
  /** Chosen here, known to the terminal: asking twice under one reference charges once. */
  readonly reference: string;
  readonly booking_id: number;
  readonly amount: number;
  readonly currency: string;
  readonly state: PaymentState;
  readonly approval_code: string | null;
  readonly reason: string;
  readonly at: number;
}

const COLUMNS = 'reference, booking_id, amount, currency, state, approval_code, reason, at';

export const paymentByReference = (db: ReadDatabase, reference: string) =>
  db.query<PaymentRow>(`SELECT ${COLUMNS} FROM payments WHERE reference = ?`).get(reference);

/** Those whose answer was not stored yet, oldest first. */
export const pendingPayments = (db: ReadDatabase) =>
  db.query<PaymentRow>(`SELECT ${COLUMNS} FROM payments WHERE state = 'PENDING' ORDER BY at, reference`).all();

/** All charges that were put to the terminal for a booking, in the order in which they were. */
export const paymentsOfBooking = (db: ReadDatabase, bookingId: number) =>
  db.query<PaymentRow>(`SELECT ${COLUMNS} FROM payments WHERE booking_id IN (?) ORDER BY at, reference`).all(bookingId);

const TAKEN = `SELECT ${COLUMNS} FROM payments WHERE state = 'TAKEN' AND booking_id IN (?) ORDER BY at, reference`;
/** Charges that stand taken for a hold. */
export const takenPayments = (db: ReadDatabase, bookingId: number) => db.query<PaymentRow>(TAKEN).all(bookingId);

export async function insertPayment(db: WriteDatabase, row: Pick<PaymentRow, 'reference' | 'booking_id' | 'amount' | 'currency' | 'at'>) {
  const sql = "INSERT INTO payments (reference, booking_id, amount, currency, state, at) VALUES (?, ?, ?, ?, 'PENDING', ?)";
  assert((await db.change(sql).run(row.reference, row.booking_id, row.amount, row.currency, row.at)) === 1, 'a payment was not stored');
}

export async function settlePayment(
  db: WriteDatabase,
  reference: string,
  to: { state: PaymentState; approvalCode?: string | null; reason?: string },
): Promise<void> {
  const sql = `UPDATE payments SET state = ?, approval_code = coalesce(?, approval_code), reason = ? WHERE reference = ?`;
  const changed = await db.change(sql).run(to.state, to.approvalCode ?? null, to.reason ?? '', reference);
  assert(changed === 1, `payment ${reference} is not known`);
}

const REVERSAL_DUE = "SELECT coalesce(sum(amount), 0) AS due FROM payments WHERE booking_id IN (?) AND state = 'REVERSAL_DUE'";
/** Minor units of charges of a booking that are to be undone and are not yet. */
export const reversalDue = async (db: ReadDatabase, bookingId: number): Promise<number> =>
  (await db.query<{ due: number }>(REVERSAL_DUE).get(bookingId))?.due ?? 0;

const NEWEST_REVERSALS = "SELECT booking_id AS id FROM payments WHERE state = 'REVERSAL_DUE' ORDER BY at DESC, reference DESC LIMIT ?";
/** Bookings with such charges, that of the newest first. A booking stands there once for each. */
export const reversalsDueOf = (db: ReadDatabase, most: number) => db.column<number>(NEWEST_REVERSALS).all(most);
