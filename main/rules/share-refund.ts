import { assert } from '../../shared/assert.ts';
import { type Minor, minor } from '../../shared/money.ts';
import { REFUND_ORDER, type TenderKind } from '../../shared/tender-kinds.ts';

interface Tendered {
  readonly place: number;
  readonly kind: TenderKind;
  readonly amount: number;
  readonly refunded: number;
  readonly approval_code: string | null;
  readonly voucher: string | null;
  readonly wallet: string | null;
  readonly account: string | null;
}

export interface RefundShare {
  readonly kind: TenderKind;
  readonly amount: number;
  /** The approval code of the card, the number of the voucher, the reference of the wallet or the code of the account; empty for cash. */
  readonly reference: string;
}

/** To the kinds of tenders in their order, each at most what it paid: money goes back the way it came. */
export function shareRefund<Row extends Tendered>(refund: Minor, tenders: readonly Row[]): RefundShare[] {
  return sharesByTender(refund, tenders).map(({ tender, amount }) => ({
    kind: tender.kind,
    amount,
    reference: tender.approval_code ?? tender.voucher ?? tender.wallet ?? tender.account ?? '',
  }));
}

export function sharesByTender<Row extends Tendered>(refund: Minor, tenders: readonly Row[]): { tender: Row; amount: number }[] {
  let left: number = refund;
  const shares = REFUND_ORDER.flatMap((kind) =>
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
