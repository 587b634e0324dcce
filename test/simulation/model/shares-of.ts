import type { ModelBooking } from './model.ts';

/** How much of an amount goes back to which of some tenders, to none more than is left of it. */
export function sharesOf(tenders: ModelBooking['tenders'], amount: number): { readonly at: number; readonly back: number }[] {
  let left = amount;
  const order = ['card', 'cash', 'voucher'].flatMap((kind) => tenders.flatMap((one, at) => (one.kind === kind ? [at] : [])));
  const shares = order.map((at) => {
    const { amount: paid = 0, refunded = 0 } = tenders[at] ?? {};
    const back = Math.min(left, paid - refunded);
    left -= back;
    return { at, back };
  });
  if (left !== 0) throw new Error(`${left} of ${amount} has no tender to go back to`);
  return shares.filter(({ back }) => back > 0);
}
