import type { Input } from '../../shared/contract.ts';
import { refuse } from '../../shared/refusals.ts';
import type { Actor } from '../actor.ts';
import type { InnerHub } from '../hub/hub.ts';
import { needsTerminal, type Paying } from './paying.ts';

export type Change = Input<'bookings.change'>;

/** An offer to change a booking is paid. If it is not, the booking stays as it was, so nothing stays for another tender. */
export function changePaying(hub: InnerHub, actor: Actor, { requestId, ...change }: Change): Paying {
  const asked = change.tenders.some(needsTerminal);
  return {
    begin: (charges, terminal) => hub.change('changes.begin', { ...change, charges, terminal }, actor, `${requestId}.begin`),
    renew: async (place) => {
      const renewed = await hub.change('changes.renew', change, actor, `${requestId}.renew.${place}`);
      return renewed.ok ? undefined : renewed;
    },
    finish: (approved) => hub.change('changes.take', { ...change, approved }, actor, asked ? `${requestId}.take` : requestId),
    failed: (_code, reason, charged) => refuse('CHANGE_UNPAID', { bookingId: change.bookingId, reason, charged }),
  };
}
