import { assert } from '../../../shared/assert.ts';
import type { BookingState } from '../../../shared/methods/booking-view.ts';
import type { WaitEnd, WaitState } from '../../../shared/methods/waitlist.ts';
import { entryOffered } from '../../store/known-waitlist.ts';
import { type BookingRow, legsOf } from '../../store/tables/bookings-table.ts';
import { changeWaitEntry, waitEntryById, waitEntryOfHold, waitlistMoved } from '../../store/tables/waitlist-table.ts';
import type { CommandContext } from '../command.ts';

/** What the end of a hold means to the party that it was offered to. */
const OUTCOMES: Partial<Readonly<Record<BookingState, { readonly state: WaitState; readonly why: WaitEnd }>>> = {
  CONFIRMED: { state: 'CLEARED', why: 'paid' },
  MERGED: { state: 'CLEARED', why: 'paid' },
  EXPIRED: { state: 'UNABLE', why: 'lapsed' },
  RELEASED: { state: 'UNABLE', why: 'no' },
  PAYMENT_FAILED: { state: 'UNABLE', why: 'unpaid' },
};

/**
 * Ends the wait of a party whose offered hold has just become what `after` says. Must be called for every hold that ends, after its event. `late`: it
 * was sold after it had ended, so the party was unable before.
 */
export async function settleOffer(context: CommandContext, after: BookingRow, late = false): Promise<void> {
  const { db, now, actor, emit } = context;
  const offered = late ? undefined : entryOffered(db, after.id);
  // In a rush this is asked for every hold that ends, and the answer is known without waiting.
  const entryId = typeof offered === 'object' ? await offered : offered;
  if (!late && entryId === undefined) return;
  const entry = entryId === undefined ? await waitEntryOfHold(db, after.id) : await waitEntryById(db, entryId);
  if (!entry) return;
  const outcome = OUTCOMES[after.state];
  assert(outcome, `hold ${after.id} was offered to a waitlist, and is ${after.state}`);
  const ended = { state: outcome.state, ended_why: outcome.why, ended_at: now, ended_by: actor.user };
  const changed = await changeWaitEntry(db, entry, ended);
  emit(outcome.state === 'CLEARED' ? 'waitlist.cleared' : 'waitlist.ended', waitlistMoved(changed, legsOf(after)[0]?.flightId ?? null));
}
