import { assert } from '../../shared/assert.ts';
import { UNDO_MS } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { instant, isDue, later } from '../../shared/instants.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { bookingById } from '../store/tables/bookings-table.ts';
import { endRefundByHand, refundById } from '../store/tables/refunds-table.ts';
import type { Command } from './command.ts';
import { bookingMoved } from './move-seats.ts';

/** A supervisor has sent money back to a wallet. Within the minute in which the step may be taken back it is not to be sent. */
export const markRefundDone: Command<Input<'refunds.markDone'>, Output<'refunds.markDone'>> = async (context, { refundId, reference }) => {
  const { db, now } = context;
  const refund = await refundById(db, refundId);
  if (refund?.state !== 'DUE' || refund.called !== null) return refuse('REFUND_NOT_DUE');
  const from = later(instant(refund.at), UNDO_MS);
  if (!isDue(from, now)) return refuse('REFUND_WAITS', { until: from });
  const row = await bookingById(db, refund.booking_id);
  assert(row, `refund ${refundId} belongs to no booking`);
  await endRefundByHand(db, refundId, reference);
  context.emit('payment.refunded', bookingMoved(context, row, [], { amount: refund.amount, note: 'wallet' }));
  return accept({ refundId });
};
