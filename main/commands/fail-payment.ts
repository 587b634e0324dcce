import { accept } from '../../shared/refusals.ts';
import { bookingById } from '../store/tables/bookings-table.ts';
import { enqueueJob } from '../store/tables/jobs-table.ts';
import { paymentByReference, settlePayment } from '../store/tables/payments-table.ts';
import type { Command } from './command.ts';
import { moveBooking } from './move-booking.ts';
import { bookingMoved, moveSeats } from './move-seats.ts';

export interface FailedCharge {
  readonly reference: string;
  /** The approval code that the terminal gave, if it gave one. */
  readonly approvalCode: string | null;
  /** False only where it is known that the card was not charged. */
  readonly mayBeCharged: boolean;
}

export interface FailPayment {
  readonly bookingId: number;
  readonly reason: string;
  /** Every charge of the attempt. */
  readonly charges: readonly FailedCharge[];
}

/**
 * The payment failed: the terminal declined or did not answer, or the sale was refused after it. Nothing is sold. The seats go back to
 * sale, and every charge that was made, or may have been made, gets a job that reverses it.
 */
export const failPayment: Command<FailPayment, { reversalsDue: number }> = async (context, { bookingId, reason, charges }) => {
  const { db, now } = context;
  let row = await bookingById(db, bookingId);
  if (row?.state === 'HOLD') {
    row = await moveBooking(db, row, 'PAYMENT_FAILED');
    context.emit('payment.failed', bookingMoved(context, row, await moveSeats(context, row, 'release'), { note: reason }));
  }
  let reversalsDue = 0;
  for (const { reference, approvalCode, mayBeCharged } of charges) {
    const payment = await paymentByReference(db, reference);
    if (payment?.state !== 'PENDING') continue;
    await settlePayment(db, reference, { state: mayBeCharged ? 'REVERSAL_DUE' : 'DECLINED', approvalCode, reason });
    if (!mayBeCharged || !row) continue;
    reversalsDue++;
    await enqueueJob(db, { kind: 'reversal', subject: reference, bookingId, now });
    context.emit('payment.reversalDue', bookingMoved(context, row, [], { amount: payment.amount, note: reason }));
  }
  return accept({ reversalsDue });
};
