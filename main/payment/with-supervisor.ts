import type { Input, ReplyOf } from '../../shared/contract.ts';
import type { SupervisorYes } from '../../shared/methods/session.ts';
import type { Reply } from '../../shared/refusals.ts';
import type { SaleInput } from '../commands/check-sale.ts';
import type { HubCall, HubMethod } from '../hub/hub-methods.ts';

type Confirm = (call: HubCall, sale: SaleInput & Pick<Input<'bookings.confirm'>, 'requestId'>) => Promise<ReplyOf<'bookings.confirm'>>;

/** Asks whether a supervisor's yes is one before the sale goes on. The PIN stays here: the sale knows only whose yes it was. */
export const withSupervisor =
  (
    ask: (call: HubCall, yes: SupervisorYes) => Promise<Reply<{ readonly user: string }>>,
    confirm: Confirm,
  ): HubMethod<'bookings.confirm'> =>
  async (call, { minors, ...sale }) => {
    if (minors === undefined) return confirm(call, sale);
    const said = await ask(call, minors);
    return said.ok ? confirm(call, { ...sale, minorsBy: said.value.user }) : said;
  };
