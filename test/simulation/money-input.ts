import type { ActionOf, Wish } from './action.ts';
import type { Model } from './model/model.ts';
import { FEES } from './model/refund-policies.ts';
import { NOBODY_KNOWS } from './sale-input.ts';

/** The last of them has another currency; of a further one nobody knows. */
export const AGENCIES = 4;
const codeOf = (account: number): string => `AGENCY${account}`;

type Asked = ActionOf<'account'> | ActionOf<'wallet-sent'> | ActionOf<'refund-policy'>;

/** The call by which a supervisor does something with accounts, wallets and refund policies. */
export function moneyInput({ accounts, refundPolicies }: Model, action: Asked): [method: string, body: object] {
  if (action.do === 'wallet-sent') return ['refunds.markDone', { refundId: action.refund, reference: 'SENT123456' }];
  if (action.do === 'refund-policy') {
    const { hours, percent, fee, based } = action;
    const tiers = [
      { overMinutes: hours * 60, percent },
      { overMinutes: 30, percent: Math.floor(percent / 2) },
    ];
    const basedOn = refundPolicies.newest(FEES) - (based === 'old' ? 1 : 0);
    const fees = { cancelFee: { USD: fee }, changeFee: { USD: fee } };
    return ['refunds.addPolicy', { name: FEES, basedOn, tiers, ...fees, reason: 'A try' }];
  }
  const { what, account, amount, open } = action;
  const code = codeOf(account);
  const accountId = accounts.find((one) => one.code === code)?.id ?? NOBODY_KNOWS;
  if (what === 'open')
    return ['accounts.open', { code, name: `Agency ${account}`, currency: account === AGENCIES ? 'EUR' : 'USD', limit: amount }];
  if (what === 'change') return ['accounts.change', { accountId, name: `Agency ${account}`, limit: amount, open }];
  return ['accounts.receive', { accountId, amount: Math.max(1, amount), note: 'Transfer' }];
}

/** What is wished with an offer, as it is asked for. */
export const wishInput = ({ toVoucher, waiver }: Wish): object => ({
  ...(toVoucher ? { toVoucher } : {}),
  ...(waiver ? { waiver: 'Promised on the phone' } : {}),
});
