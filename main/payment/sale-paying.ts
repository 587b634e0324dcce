import type { Input } from '../../shared/contract.ts';
import { refuse } from '../../shared/refusals.ts';
import type { Actor } from '../actor.ts';
import type { SaleInput } from '../commands/check-sale.ts';
import type { InnerHub } from '../hub/hub.ts';
import { needsTerminal, type Paying, SOME_CHARGED } from './paying.ts';

/** The sale as the hub knows it: a supervisor's yes has been checked. */
export type Confirm = SaleInput & Pick<Input<'bookings.confirm'>, 'requestId'>;

/** A hold that is paid becomes a sale. */
export function salePaying(hub: InnerHub, actor: Actor, { requestId, ...sale }: Confirm): Paying {
  const { bookingId } = sale;
  const asked = sale.tenders.some(needsTerminal);
  const before = sale.tenders.some((tender) => tender.kind === 'card' && tender.charge !== undefined);
  return {
    begin: (charges, terminal) => hub.change('payments.begin', { ...sale, charges, terminal }, actor, `${requestId}.begin`),
    renew: async (place) => {
      const renewed = await hub.change('payments.renew', { bookingId }, actor, `${requestId}.renew.${place}`);
      return renewed.ok ? undefined : renewed;
    },
    finish: (approved) => hub.change('payments.confirm', { ...sale, approved }, actor, asked ? `${requestId}.confirm` : requestId),
    failed: (code, reason, charged, stays) =>
      stays
        ? refuse(code, { bookingId, reason, ...stays })
        : refuse('PAYMENT_FAILED', { bookingId, reason, charged: before ? SOME_CHARGED : charged }),
  };
}
