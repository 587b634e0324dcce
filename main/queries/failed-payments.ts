import { FAILED_PAYMENTS_SHOWN_MAX } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import type { BookingMoved } from '../../shared/events/booking-moved.ts';
import { DAY_MS } from '../../shared/instants.ts';
import type { FailedPayment } from '../../shared/methods/payments.ts';
import { accept } from '../../shared/refusals.ts';
import { type BookingRow, bookingById, legsOf, partyOf } from '../store/tables/bookings-table.ts';
import { eventsOfBooking } from '../store/tables/journal-table.ts';
import { type PaymentRow, type PaymentState, paymentsOfBooking } from '../store/tables/payments-table.ts';
import type { Query, QueryContext } from './query.ts';

export const FAILED_PAYMENTS = 'SELECT id, failed_at FROM bookings WHERE failed_at > ? ORDER BY failed_at DESC, id DESC';

const STANDING: Readonly<Record<PaymentState, FailedPayment['charges'][number]['standing']>> = {
  PENDING: 'asked',
  DECLINED: 'declined',
  REVERSAL_DUE: 'due',
  REVERSED: 'returned',
  // No charge of a hold that was not paid is part of a sale, or stands taken.
  TAKEN: 'due',
  APPROVED: 'due',
};

const chargeOf = ({ amount, state, reason }: PaymentRow): FailedPayment['charges'][number] => ({
  amount,
  standing: STANDING[state],
  reason,
});

/** Holds whose payment failed for good in the last day, the newest failure first, with what became of each charge. */
export const failedPayments: Query<Input<'payments.failed'>, Output<'payments.failed'>> = async (context) => {
  const { db, now } = context;
  const failed = await db.query<{ id: number; failed_at: number }>(FAILED_PAYMENTS).all(now - DAY_MS);
  const payments: FailedPayment[] = [];
  for (const { id, failed_at } of failed.slice(0, FAILED_PAYMENTS_SHOWN_MAX)) {
    const row = await bookingById(db, id);
    if (row) payments.push(await failedPayment(context, row, failed_at));
  }
  return accept({ payments, more: failed.length - payments.length });
};

async function failedPayment({ db, locators }: QueryContext, row: BookingRow, failedAt: number): Promise<FailedPayment> {
  const { id: bookingId, desk, user, currency, total } = row;
  const failed = (await eventsOfBooking(db, bookingId)).find(({ type }) => type === 'payment.failed');
  return {
    ...{ bookingId, locator: locators.of(bookingId), desk, user, currency, total },
    ...{ heldAt: row.created_at, failedAt },
    reason: failed ? (JSON.parse(failed.data) as BookingMoved).note : '',
    flights: legsOf(row).map(({ flight }) => flight),
    passengers: partyOf(row).length,
    charges: (await paymentsOfBooking(db, bookingId)).map(chargeOf),
  };
}
