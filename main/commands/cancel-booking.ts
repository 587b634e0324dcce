import { assert } from '../../shared/assert.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { instant, isDue } from '../../shared/instants.ts';
import type { CancelOffer } from '../../shared/methods/offers.ts';
import { minor } from '../../shared/money.ts';
import { refuse } from '../../shared/refusals.ts';
import { sharesByTender } from '../rules/share-refund.ts';
import { trustedBooking } from '../store/checks/trusted-booking.ts';
import type { BookingRow } from '../store/tables/bookings-table.ts';
import { enqueueJob } from '../store/tables/jobs-table.ts';
import { newestOffer, offerOfBooking } from '../store/tables/offers-table.ts';
import { paymentByReference, settlePayment } from '../store/tables/payments-table.ts';
import { saleRecordOf, tendersOf } from '../store/tables/sale-record.ts';
import { writtenBooking } from '../views/booking-view.ts';
import type { Command, CommandContext } from './command.ts';
import { moveBooking } from './move-booking.ts';
import { bookingMoved, moveSeats } from './move-seats.ts';
import { cancelProblem } from './quote-refund.ts';
import { refundToVoucher } from './refund-to-voucher.ts';

/** Cancels by the newest quote: the refund is booked and the seats go back to sale in one step. */
export const cancelBooking: Command<Input<'bookings.cancel'>, Output<'bookings.cancel'>> = async (context, { bookingId, offerId }) => {
  const { db, now, locators } = context;
  const row = await trustedBooking(db, bookingId);
  const problem = await cancelProblem(context, row, bookingId);
  if (problem) return problem;
  assert(row, 'a booking without problem exists');
  const newest = await newestOffer(db, bookingId);
  const known = await offerOfBooking(db, offerId, bookingId);
  if (!known || !newest) return refuse('OFFER_UNKNOWN', { locator: locators.of(bookingId), offerId });
  if (newest.id !== offerId) return refuse('OFFER_REPLACED', { newest: newest.number, newestId: newest.id });
  if (newest.booking_version !== row.version) return refuse('OFFER_OUTDATED', { locator: locators.of(bookingId) });
  if (isDue(instant(newest.valid_until), now)) return refuse('OFFER_EXPIRED', { until: newest.valid_until });

  const quote = JSON.parse(newest.offer) as CancelOffer;
  const after = await moveBooking(db, row, 'CANCELLED', { refunded: quote.total });
  await bookRefund(context, row, quote.total);
  const legs = await moveSeats(context, row, 'cancel');
  const note = `quote ${quote.number}, ${quote.rule}`;
  context.emit('booking.cancelled', bookingMoved(context, row, legs, { amount: quote.total, note, expiresAt: null }));
  return { ok: true, booking: await writtenBooking(after, locators, await saleRecordOf(db, bookingId)) };
};

async function bookRefund(context: CommandContext, row: BookingRow, refund: number): Promise<void> {
  const { db, now } = context;
  const bookingId = row.id;
  for (const { tender, amount } of sharesByTender(minor(refund), await tendersOf(db, bookingId))) {
    const renewed = tender.voucher === null ? null : await refundToVoucher(context, row, tender.voucher, amount);
    const booked = await db
      .change(
        'UPDATE tenders SET refunded = refunded + ?, refund_voucher = ? WHERE booking_id = ? AND place = ? AND refunded + ? <= amount',
      )
      .run(amount, renewed, bookingId, tender.place, amount);
    assert(booked === 1, `tender ${tender.place} of booking ${bookingId} cannot take ${amount} back`);
    if (tender.reference === null) continue;
    const payment = await paymentByReference(db, tender.reference);
    assert(payment?.state === 'APPROVED', `payment ${tender.reference} was never approved`);
    await settlePayment(db, tender.reference, { state: 'REFUND_DUE', reason: 'cancelled', refund: amount });
    await enqueueJob(db, { kind: 'refund', subject: tender.reference, bookingId, now });
  }
}
