import type { ModelBooking } from './model.ts';

const ORDER = ['card', 'wallet', 'account', 'cash', 'voucher'];

/** In proportion to what is left of each; the odd units to those with the largest rests, the first of them first. */
export function partsOf(price: number, paid: readonly { readonly amount: number; readonly refunded: number }[]): number[] {
  const left = paid.map(({ amount, refunded }) => amount - refunded);
  const all = left.reduce((sum, amount) => sum + amount, 0);
  if (price > all) throw new Error(`${price - all} of ${price} has no tender to go back to`);
  if (all === 0) return left;
  const parts = left.map((amount) => Math.floor((amount * price) / all));
  const rests = left.map((amount, at) => ({ at, rest: (amount * price) % all }));
  const odd = price - parts.reduce((sum, part) => sum + part, 0);
  for (const { at } of rests.sort((a, b) => b.rest - a.rest || a.at - b.at).slice(0, odd)) parts[at] = (parts[at] ?? 0) + 1;
  return parts;
}

/** How much of an amount goes back to which of some tenders: cards first, then wallets, accounts, cash and vouchers. */
export function sharesOf(tenders: ModelBooking['tenders'], amount: number): { readonly at: number; readonly back: number }[] {
  const parts = partsOf(amount, tenders);
  const order = ORDER.flatMap((kind) => tenders.flatMap((one, at) => (one.kind === kind ? [at] : [])));
  return order.map((at) => ({ at, back: parts[at] ?? 0 })).filter(({ back }) => back > 0);
}

/** The same as an offer tells it: what goes back in cash is one sum. */
export function toldShares(tenders: ModelBooking['tenders'], amount: number): { readonly kind: string; readonly amount: number }[] {
  const shares = sharesOf(tenders, amount).map(({ at, back }) => ({ kind: tenders[at]?.kind ?? '', amount: back }));
  const cash = shares.reduce((sum, share) => sum + (share.kind === 'cash' ? share.amount : 0), 0);
  return ORDER.flatMap((kind) => (kind === 'cash' && cash > 0 ? [{ kind, amount: cash }] : shares.filter((share) => share.kind === kind)));
}
