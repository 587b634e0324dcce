import { accept } from '../../shared/refusals.ts';
import { bookingById } from '../store/tables/bookings-table.ts';
import { paymentByReference, settlePayment } from '../store/tables/payments-table.ts';
import type { Command } from './command.ts';
import { moveBooking } from './move-booking.ts';
import { bookingMoved, moveSeats } from './move-seats.ts';

export interface FailPayment {
  readonly bookingId: number;
  readonly reason: string;
  /** Every charge of the attempt; those that were approved before another one failed have money to give back. */
  readonly charges: readonly { readonly reference: string; readonly approvalCode: string | null }[];
}

/** The terminal said no, or nothing: the seats go back to sale and what was charged is due back to the card. */
export const failPayment: Command<FailPayment, { refundsDue: number }> = async (context, { bookingId, reason, charges }) => {
  const { db } = context;
  let refundsDue = 0;
  for (const { reference, approvalCode } of charges) {
    const payment = await paymentByReference(db, reference);
    if (payment?.state !== 'PENDING') continue;
    if (approvalCode === null) await settlePayment(db, reference, { state: 'DECLINED', reason });
    else {
      refundsDue++;
      await settlePayment(db, reference, { state: 'REFUND_DUE', approvalCode, reason, refund: payment.amount });
    }
  }
  const row = await bookingById(db, bookingId);
  if (row?.state === 'HOLD') {
    await moveBooking(db, row, 'PAYMENT_FAILED');
    context.emit('payment.failed', bookingMoved(context, row, await moveSeats(context, row, 'release'), { note: reason }));
  } else if (row && refundsDue > 0) {
    // The hold had ended before; what was charged too late still has to be seen to go back.
    context.emit('payment.failed', bookingMoved(context, row, [], { note: reason }));
  }
  return accept({ refundsDue });
};
