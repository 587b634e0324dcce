import { assert } from '../../../shared/assert.ts';
import { PAYMENT_GRACE_MS } from '../../../shared/bounds.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { rememberBooking } from '../../store/known-bookings.ts';
import { type BookingRow, changedRow } from '../../store/tables/bookings-table.ts';
import { insertPayment } from '../../store/tables/payments-table.ts';
import type { BeginPayment } from '../begin-payment.ts';
import type { Command, CommandContext } from '../command.ts';
import { bookingMoved, keptSeats } from '../move-seats.ts';
import { type ChangeInput, takenOffer } from './taken-offer.ts';

/**
 * The step before the terminal is asked for the difference of a change. It checks the whole change, writes down the amounts that will be asked, and
 * keeps the hold whose seats it takes for a bounded grace.
 */
export const beginChange: Command<ChangeInput & Pick<BeginPayment, 'charges' | 'terminal'>, { readonly currency: string }> = async (
  context,
  { charges, terminal, ...input },
) => {
  const taken = await takenOffer(context, input);
  if (!taken.ok) return taken;
  const { booking, planned } = taken.value;
  const { row } = booking;
  if (!terminal) return refuse('TERMINAL_MISSING');
  for (const { reference, amount } of charges)
    await insertPayment(context.db, { reference, booking_id: row.id, amount, currency: row.currency, at: context.now });
  if (planned.hold) await protect(context, planned.hold);
  const amount = charges.reduce((sum, charge) => sum + charge.amount, 0);
  context.emit('payment.begun', bookingMoved(context, row, [], { amount, note: 'card', expiresAt: null }));
  return accept({ currency: row.currency });
};

/** Keeps a hold at least as long as a payment may take. */
async function protect(context: CommandContext, hold: BookingRow): Promise<void> {
  const { db, now } = context;
  const expiresAt = Math.max(hold.expires_at ?? 0, now + PAYMENT_GRACE_MS);
  if (expiresAt === hold.expires_at) return;
  const after = changedRow(hold, { expires_at: expiresAt, hold_ms: expiresAt - hold.created_at, version: hold.version + 1 });
  const changed = await db
    .change("UPDATE bookings SET expires_at = ?, hold_ms = ?, version = version + 1 WHERE id = ? AND state = 'HOLD' AND version = ?")
    .run(expiresAt, after.hold_ms, hold.id, hold.version);
  assert(changed === 1, `hold ${hold.id} was not protected`);
  rememberBooking(db, after);
  context.emit('hold.protected', bookingMoved(context, after, await keptSeats(context, after)));
}
