import type { Input } from '../../shared/contract.ts';
import { isNotNow } from '../../shared/not-now.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';
import type { Actor } from '../actor.ts';
import type { InnerHub } from '../hub/hub.ts';
import { needsTerminal, type Paying, SOME_CHARGED } from './paying.ts';

export type Change = Input<'bookings.change'>;

/** An offer to change a booking is paid. If it is not, the booking stays as it was, so nothing stays for another tender. */
export function changePaying(hub: InnerHub, actor: Actor, { requestId, ...change }: Change): Paying {
  const { bookingId } = change;
  const asked = change.tenders.some(needsTerminal);
  /** A card was charged, and is given back. So a change that cannot be made just now cannot be made later by the same request either. */
  const final = (refused: Refused): Refused =>
    isNotNow(refused.refusal.code)
      ? refuse('CHANGE_UNPAID', { bookingId, reason: refused.refusal.message.replace(/\.$/, ''), charged: SOME_CHARGED })
      : refused;
  return {
    begin: (charges, terminal) => hub.change('changes.begin', { ...change, charges, terminal }, actor, `${requestId}.begin`),
    renew: async (place) => {
      const renewed = await hub.change('changes.renew', change, actor, `${requestId}.renew.${place}`);
      return renewed.ok ? undefined : final(renewed);
    },
    async finish(approved) {
      const taken = await hub.change('changes.take', { ...change, approved }, actor, asked ? `${requestId}.take` : requestId);
      return taken.ok || !asked ? taken : final(taken);
    },
    failed: (_code, reason, charged) => refuse('CHANGE_UNPAID', { bookingId, reason, charged }),
  };
}
