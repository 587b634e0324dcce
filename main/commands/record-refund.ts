import { assert } from '../../shared/assert.ts';
import { accept } from '../../shared/refusals.ts';
import { bookingById } from '../store/tables/bookings-table.ts';
import { paymentByReference, settlePayment } from '../store/tables/payments-table.ts';
import type { Command } from './command.ts';
import { bookingMoved } from './move-seats.ts';

/** The terminal has given a refund back: said once, however often it is told. */
export const recordRefund: Command<{ readonly reference: string }, { recorded: boolean }> = async (context, { reference }) => {
  const payment = await paymentByReference(context.db, reference);
  if (payment?.state !== 'REFUND_DUE') return accept({ recorded: false });
  const row = await bookingById(context.db, payment.booking_id);
  assert(row, `payment ${reference} belongs to no booking`);
  await settlePayment(context.db, reference, { state: 'REFUNDED', reason: payment.reason, refund: payment.refund });
  context.emit('payment.refunded', bookingMoved(context, row, [], { amount: payment.refund, note: 'card' }));
  return accept({ recorded: true });
};
