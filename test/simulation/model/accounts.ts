import { UNDO_MS } from '../../../shared/bounds.ts';
import type { Input } from '../../../shared/contract.ts';
import type { Tender } from '../../../shared/methods/tenders.ts';
import { known, refused } from './expected.ts';
import type { Commands, Model } from './model.ts';

/** An agency that pays later. `balance`: what it owes. */
export interface ModelAccount {
  readonly id: number;
  readonly code: string;
  readonly currency: string;
  limit: number;
  balance: number;
  open: boolean;
}

const told = ({ id: accountId, code, currency, limit, balance, open }: ModelAccount) => ({
  ...{ accountId, code, currency, limit, balance, open },
});

function set(model: Model, account: ModelAccount) {
  const { id: accountId, currency, limit, open } = account;
  model.events.push(['account.set', null, { accountId, currency, limit, open }]);
  return told(account);
}

/** Tenders by wallet and by account, in the order of the list of refusals. */
export function balancesPay(model: Model, tenders: readonly Tender[]): void {
  const wallets = tenders.flatMap((tender) => (tender.kind === 'wallet' ? [tender.wallet] : []));
  const before = new Set([...model.bookings.values()].flatMap((booking) => booking.tenders.map(({ wallet }) => wallet)));
  if (wallets.some((wallet, place) => before.has(wallet) || wallets.indexOf(wallet) < place)) throw refused('WALLET_USED');
  const asked = tenders.flatMap((tender) =>
    tender.kind === 'account' ? [{ ...tender, row: model.accounts.find(({ code }) => code === tender.account) }] : [],
  );
  if (new Set(asked.map(({ account }) => account)).size < asked.length) throw refused('ACCOUNT_TWICE');
  if (asked.some(({ row }) => !row)) throw refused('ACCOUNT_UNKNOWN');
  if (asked.some(({ row }) => row?.open === false)) throw refused('ACCOUNT_CLOSED');
  if (asked.some(({ row }) => row?.currency !== 'USD')) throw refused('ACCOUNT_OTHER_CURRENCY');
  for (const { row, amount, account } of asked) {
    const left = Math.max(0, (row?.limit ?? 0) - (row?.balance ?? 0));
    if (left < amount) throw refused('ACCOUNT_LIMIT', { account, left });
  }
}

/** What supervisors do with accounts, and with money that goes back to wallets. */
export const ACCOUNTS: Commands = {
  'accounts.open'(model, { code, currency, limit }: Input<'accounts.open'>) {
    if (model.accounts.some((account) => account.code === code)) throw refused('ACCOUNT_EXISTS');
    const account = { id: model.accounts.length + 1, code, currency, limit, balance: 0, open: true };
    model.accounts.push(account);
    return set(model, account);
  },
  'accounts.change'(model, { accountId, limit, open }: Input<'accounts.change'>) {
    const account = known(model.accounts[accountId - 1], 'ACCOUNT_UNKNOWN');
    return set(model, Object.assign(account, { limit, open }));
  },
  'accounts.receive'(model, { accountId, amount }: Input<'accounts.receive'>) {
    const account = known(model.accounts[accountId - 1], 'ACCOUNT_UNKNOWN');
    account.balance -= amount;
    model.events.push(['account.paid', null, { accountId, amount, currency: account.currency }]);
    return told(account);
  },
  'refunds.markDone'(model, { refundId }: Input<'refunds.markDone'>, { now }) {
    const refund = model.byHand.find(({ id }) => id === refundId);
    if (refund?.state !== 'DUE') throw refused('REFUND_NOT_DUE');
    if (refund.at + UNDO_MS > now) throw refused('REFUND_WAITS', { until: refund.at + UNDO_MS });
    refund.state = 'DONE';
    model.write('payment.refunded', model.booking(refund.bookingId), refund.amount);
    return { refundId };
  },
};
