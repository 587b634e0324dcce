import { assert } from '../../shared/assert.ts';
import { type Minor, minor } from '../../shared/money.ts';

interface Tendered {
  readonly place: number;
  readonly kind: 'cash' | 'card' | 'voucher';
  readonly amount: number;
  readonly refunded: number;
  readonly approval_code: string | null;
  readonly voucher: string | null;
}

export interface RefundShare {
  readonly kind: 'cash' | 'card' | 'voucher';
  readonly amount: number;
  /** The approval code of the card or the number of the voucher; empty for cash. */
  readonly reference: string;
}

const ORDER = ['card', 'cash', 'voucher'] as const;

/** Cards first, then cash, then vouchers, each at most what it paid: money goes back the way it came. */
export function shareRefund<Row extends Tendered>(refund: Minor, tenders: readonly Row[]): RefundShare[] {
  return sharesByTender(refund, tenders).map(({ tender, amount }) => ({
    kind: tender.kind,
    amount,
    reference: tender.approval_code ?? tender.voucher ?? '',
  }));
}

export function sharesByTender<Row extends Tendered>(refund: Minor, tenders: readonly Row[]): { tender: Row; amount: number }[] {
  let left: number = refund;
  const shares = ORDER.flatMap((kind) =>
    tenders
      .filter((tender) => tender.kind === kind)
      .map((tender) => {
        const amount = Math.min(left, tender.amount - tender.refunded);
        left -= amount;
        return { tender, amount: minor(amount) };
      }),
  ).filter(({ amount }) => amount > 0);
  assert(left === 0, `${left} of a refund has no tender to go to`);
  return shares;
}
