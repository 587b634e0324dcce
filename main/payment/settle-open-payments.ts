import { effectOnBooking } from '../../shared/event-effects.ts';
import { MINUTE_MS } from '../../shared/instants.ts';
import { SYSTEM } from '../actor.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { Terminal } from './terminal.ts';

/** Longer than any payment takes: one that is open still was approved, or not, while the store could not keep the answer. */
export const PAYMENT_FORGOTTEN_MS = 30 * MINUTE_MS;

/**
 * A payment that a crash (or, later, a store that was full) left without an answer is reversed at the terminal and its hold
 * given back. Nobody stands at the terminal any more, and what is not known to be paid is not sold. Returns how many.
 * `asked`: references whose answers are still awaited, however long the computer slept over them.
 */
export async function settleInterruptedPayments(
  hub: InnerHub,
  terminal: Terminal,
  olderThanMs = 0,
  asked: ReadonlySet<string> = new Set(),
): Promise<number> {
  const pending = await hub.look('payments.open', { state: 'PENDING' });
  if (!pending.ok) return 0;
  const forgotten = pending.value.filter(({ at, reference }) => at <= hub.now() - olderThanMs && !asked.has(reference));
  for (const { reference, booking_id: bookingId } of forgotten) {
    try {
      await terminal.reverse(reference);
    } catch {
      // Tried again at the next start; the hold lapses by itself meanwhile.
      continue;
    }
    const charges = [{ reference, approvalCode: null }];
    await hub.change('payments.fail', { bookingId, reason: 'the answer of the terminal was not kept', charges }, SYSTEM, null);
  }
  return forgotten.length;
}

/** Gives back to cards what is due to them. What the terminal cannot do now stays due. */
export async function payOutRefunds(hub: InnerHub, terminal: Terminal): Promise<void> {
  const due = await hub.look('payments.open', { state: 'REFUND_DUE' });
  if (!due.ok) return;
  for (const { reference, refund } of due.value) {
    try {
      await terminal.refund(reference, refund);
    } catch {
      continue;
    }
    await hub.change('payments.refunded', { reference }, SYSTEM, null);
  }
}

/** Pays refunds out as they fall due, one round at a time. Returns how to stop. */
export function watchRefunds(hub: InnerHub, terminal: Terminal): () => void {
  // A round that breaks off (Aisle is closing) leaves its refunds due.
  let round: Promise<void> = payOutRefunds(hub, terminal).catch(() => {});
  return hub.on((events) => {
    if (events.some(({ type }) => effectOnBooking(type)?.moneyMayBeDue))
      round = round.then(() => payOutRefunds(hub, terminal)).catch(() => {});
  });
}
