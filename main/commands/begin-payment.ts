import { assert } from '../../shared/assert.ts';
import { PAYMENT_GRACE_MS } from '../../shared/bounds.ts';
import type { Output } from '../../shared/contract.ts';
import { refuse } from '../../shared/refusals.ts';
import { trustedBooking } from '../store/checks/trusted-booking.ts';
import { rememberBooking } from '../store/known-bookings.ts';
import { changedRow, partyOf } from '../store/tables/bookings-table.ts';
import { keepDraft, markUnheard } from '../store/tables/drafts-table.ts';
import { insertPayment } from '../store/tables/payments-table.ts';
import { writtenHold } from '../views/booking-view.ts';
import { type SaleInput, saleProblem } from './check-sale.ts';
import type { Command } from './command.ts';
import { draftOfSale } from './draft-of-sale.ts';
import { flightProblem } from './flight-problem.ts';
import { idleHoldProblem } from './hold-problem.ts';
import { bookingMoved, keptSeats } from './move-seats.ts';

export interface BeginPayment extends SaleInput {
  /** One charge for each card tender that the terminal will be asked about, in their order. */
  readonly charges: readonly { readonly reference: string; readonly amount: number }[];
  /** Whether the desk has a terminal that can be asked. */
  readonly terminal: boolean;
}

/**
 * The step before the terminal is asked. It checks the whole sale, writes down the amounts that will be asked and what was typed, and protects the
 * hold for a bounded grace, so that a slow terminal cannot lose a seat.
 */
export const beginPayment: Command<BeginPayment, Output<'holds.release'>> = async (context, input) => {
  const { db, now } = context;
  const row = await trustedBooking(db, input.bookingId);
  const gone = row && (await flightProblem(context, row));
  if (gone) return gone;
  const problem = idleHoldProblem(context, row, input.bookingId);
  if (problem) return problem;
  assert(row && row.expires_at !== null, 'a hold without problem has a deadline');
  const sale = await saleProblem(context, row, input);
  if (sale) return sale;
  if (!input.terminal) return refuse('TERMINAL_MISSING');
  const expiresAt = Math.max(row.expires_at, now + PAYMENT_GRACE_MS);
  const holdMs = expiresAt - row.created_at;
  const changed = await db
    .change(
      "UPDATE bookings SET paying_since = ?, expires_unpaid = expires_at, expires_at = ?, hold_ms = ?, version = version + 1 WHERE id = ? AND state = 'HOLD' AND paying_since IS NULL",
    )
    .run(now, expiresAt, holdMs, row.id);
  assert(changed === 1, `hold ${row.id} did not begin to be paid`);
  for (const charge of input.charges)
    await insertPayment(db, { reference: charge.reference, booking_id: row.id, amount: charge.amount, currency: row.currency, at: now });
  // If the hub dies now, the console that asked learns nothing. The next one finds the sale by this mark, with the names.
  await markUnheard(db, row.id, context.actor.desk, now);
  const { desk, user } = context.actor;
  await keepDraft(db, { bookingId: row.id, desk, user, at: now, draft: draftOfSale(partyOf(row), input) }, false);
  const after = changedRow(row, {
    paying_since: now,
    expires_unpaid: row.expires_at,
    expires_at: expiresAt,
    hold_ms: holdMs,
    version: row.version + 1,
  });
  rememberBooking(db, after);
  const amount = input.charges.reduce((sum, charge) => sum + charge.amount, 0);
  context.emit('payment.begun', bookingMoved(context, after, await keptSeats(context, after), { amount, note: 'card' }));
  return { ok: true, booking: await writtenHold(db, after, context.locators) };
};
