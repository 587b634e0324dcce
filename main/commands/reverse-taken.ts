import type { BookingRow } from '../store/tables/bookings-table.ts';
import { enqueueJob } from '../store/tables/jobs-table.ts';
import { type PaymentRow, settlePayment, takenPayments } from '../store/tables/payments-table.ts';
import type { CommandContext } from './command.ts';
import { bookingMoved } from './move-seats.ts';

/** Has the charges reversed that stand taken for a hold and are not part of its sale. Returns how many. */
export async function reverseTaken(context: CommandContext, row: BookingRow, reason: string): Promise<number> {
  // Without a tender that failed no charge stands taken.
  if (row.tender_failed_at === null) return 0;
  const charges = await takenPayments(context.db, row.id);
  for (const charge of charges) await reverseCharge(context, row, charge, reason);
  return charges.length;
}

/** Has a whole charge reversed by a job, and tells it. */
export async function reverseCharge(
  context: CommandContext,
  row: BookingRow,
  { reference, amount }: Pick<PaymentRow, 'reference' | 'amount'>,
  reason: string,
  approvalCode: string | null = null,
): Promise<void> {
  const { db, now } = context;
  await settlePayment(db, reference, { state: 'REVERSAL_DUE', approvalCode, reason });
  await enqueueJob(db, { kind: 'reversal', subject: reference, bookingId: row.id, now });
  context.emit('payment.reversalDue', bookingMoved(context, row, [], { amount, note: reason }));
}
