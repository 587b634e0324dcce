import { MINUTE_MS } from '../../shared/instants.ts';
import { SYSTEM } from '../actor.ts';
import type { InnerHub } from '../hub/hub.ts';

/** Longer than any payment takes. If one is still open, the store could not keep its answer. */
export const PAYMENT_FORGOTTEN_MS = 30 * MINUTE_MS;

/**
 * Gives up payments without an answer, which a crash or a full store left. A job reverses what may have been charged. The seats stay for another
 * tender as after a decline. Nobody stands at the terminal any more, and a booking is sold only when it is known to be paid. Returns how many
 * charges. `asked`: references whose answers are still awaited. They are left alone, however long the computer slept.
 */
export async function giveUpPayments(hub: InnerHub, olderThanMs = 0, asked: ReadonlySet<string> = new Set()): Promise<number> {
  const pending = await hub.look('payments.pending', {});
  if (!pending.ok) return 0;
  const forgotten = pending.value.filter(({ at, reference }) => at <= hub.now() - olderThanMs && !asked.has(reference));
  let givenUp = 0;
  // The charges of one attempt are given up together, because an attempt ends once.
  for (const [bookingId, charges] of Map.groupBy(forgotten, ({ booking_id }) => booking_id)) {
    const failed = charges.map(({ reference }) => ({ reference, approvalCode: null, mayBeCharged: true }));
    const reason = 'the answer of the terminal was not kept';
    const reply = await hub.change('payments.fail', { bookingId, reason, charges: failed, final: false }, SYSTEM, null);
    // If the store cannot keep it now, the payment is given up in an hour or at the next start.
    if (reply.ok) givenUp += charges.length;
  }
  return givenUp;
}
