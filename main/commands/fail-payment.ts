import { assert } from '../../shared/assert.ts';
import { MINUTE_MS } from '../../shared/instants.ts';
import { minor, sum } from '../../shared/money.ts';
import { accept } from '../../shared/refusals.ts';
import { rememberBooking } from '../store/known-bookings.ts';
import { type BookingRow, bookingById, changedRow } from '../store/tables/bookings-table.ts';
import { type PaymentRow, paymentByReference, settlePayment, takenPayments } from '../store/tables/payments-table.ts';
import { readSetting } from '../store/tables/settings-table.ts';
import type { Command, CommandContext } from './command.ts';
import { failHold } from './fail-hold.ts';
import { flightsOfBooking } from './flights-of-booking.ts';
import { bookingMoved, keptSeats } from './move-seats.ts';
import { reverseCharge } from './reverse-taken.ts';
import { offerFreed } from './waitlist/offer-freed.ts';

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
  /** The hold cannot be paid by another tender either, so its seats go back to sale at once. */
  readonly final: boolean;
}

export interface PaymentFailure {
  readonly reversalsDue: number;
  /** Until when the seats stay for another tender; null: they went back to sale. */
  readonly until: number | null;
  /** Minor units that stand taken for the hold. */
  readonly taken: number;
}

/**
 * An attempt to pay a hold ended without a sale: the terminal declined, did not answer or was given up, or the sale was refused after it.
 *
 * 1. The seats stay for another tender as long as the hold runs without the payment's grace, and at least for the minutes of the setting, once. What
 *    was approved stands taken. A charge that may or may not have been made gets a job that reverses it.
 * 2. If no time is left, or the failure is final, the hold is PAYMENT_FAILED: its seats go back to sale, and every charge is reversed.
 * 3. An attempt ends once. If its charges were settled before, by a restart or by the hold's end, the hold stays as it is: another attempt may be
 *    under way.
 */
export const failPayment: Command<FailPayment, PaymentFailure> = async (context, { bookingId, reason, charges, final }) => {
  const { db } = context;
  let row = await bookingById(db, bookingId);
  const open: { readonly charge: FailedCharge; readonly payment: PaymentRow }[] = [];
  for (const charge of charges) {
    const payment = await paymentByReference(db, charge.reference);
    if (payment?.state === 'PENDING') open.push({ charge, payment });
  }
  const since = row?.paying_since ?? null;
  const ends = row?.state === 'HOLD' && (since === null ? final : open.some(({ payment }) => payment.at === since));
  const until = row && ends && !final ? await anotherTenderUntil(context, row) : null;
  const failed = row && ends && until === null ? await failHold(context, row, reason) : undefined;
  if (failed) row = failed.after;
  else if (row && ends && until !== null) row = await keepHold(context, row, until, reason);

  let reversalsDue = 0;
  for (const { charge, payment } of open) {
    const { reference, approvalCode, mayBeCharged } = charge;
    if (approvalCode !== null && until !== null) await settlePayment(db, reference, { state: 'TAKEN', approvalCode, reason });
    else if (mayBeCharged && row) {
      reversalsDue++;
      await reverseCharge(context, row, payment, reason, approvalCode);
    } else await settlePayment(db, reference, { state: mayBeCharged ? 'REVERSAL_DUE' : 'DECLINED', approvalCode, reason });
  }
  if (failed) await offerFreed(context, failed.moved);
  const taken = sum((await takenPayments(db, bookingId)).map(({ amount }) => minor(amount)));
  return accept({ reversalsDue, until: row?.state === 'HOLD' ? row.expires_at : null, taken });
};

/** Until when the seats stay for another tender; null when that is over already. */
async function anotherTenderUntil(context: CommandContext, row: BookingRow): Promise<number | null> {
  const { db, now } = context;
  const minutes = await readSetting(db, 'tenderMinutes');
  const own = row.expires_unpaid ?? row.expires_at;
  if (minutes === 0 || own === null) return null;
  const atLeast = row.tender_failed_at === null ? now + minutes * MINUTE_MS : own;
  const until = Math.min(Math.max(own, atLeast), ...(await flightsOfBooking(context, row)).map(({ departs_at }) => departs_at));
  return until > now ? until : null;
}

async function keepHold(context: CommandContext, row: BookingRow, until: number, reason: string): Promise<BookingRow> {
  const { db, now } = context;
  const holdMs = until - row.created_at;
  const changed = await db
    .change(
      `UPDATE bookings SET paying_since = NULL, expires_unpaid = NULL, tender_failed_at = ?, expires_at = ?, hold_ms = ?, version = version + 1
        WHERE id = ? AND state = 'HOLD' AND paying_since IS NOT NULL`,
    )
    .run(now, until, holdMs, row.id);
  assert(changed === 1, `hold ${row.id} was not kept for another tender`);
  const after = changedRow(row, {
    ...{ paying_since: null, expires_unpaid: null, tender_failed_at: now, expires_at: until, hold_ms: holdMs },
    version: row.version + 1,
  });
  rememberBooking(db, after);
  context.emit('payment.tenderFailed', bookingMoved(context, after, await keptSeats(context, after), { note: reason }));
  return after;
}
