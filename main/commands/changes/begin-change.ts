import { accept, refuse } from '../../../shared/refusals.ts';
import { insertPayment } from '../../store/tables/payments-table.ts';
import type { BeginPayment } from '../begin-payment.ts';
import type { Command } from '../command.ts';
import { bookingMoved } from '../move-seats.ts';
import { protectChange } from './protect-change.ts';
import { type ChangeInput, takenOffer } from './taken-offer.ts';

/**
 * The step before the terminal is asked for the difference of a change. It checks the whole change, writes down the amounts that will be asked, and
 * keeps the offer, and the hold whose seats it takes, for a bounded grace.
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
  await protectChange(context, input.offerId, planned.hold);
  const amount = charges.reduce((sum, charge) => sum + charge.amount, 0);
  context.emit('payment.begun', bookingMoved(context, row, [], { amount, note: 'card', expiresAt: null }));
  return accept({ currency: row.currency });
};
