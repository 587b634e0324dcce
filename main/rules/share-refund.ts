import { type Minor, minor } from '../../shared/money.ts';
import { splitTenders } from '../../shared/split-tenders.ts';
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

/** Each tender gets back in proportion to what is left of it: money goes back the way it came. What is handed over in cash is told as one sum. */
export function shareRefund<Row extends Tendered>(refund: Minor, tenders: readonly Row[]): RefundShare[] {
  const shares = sharesByTender(refund, tenders);
  const cash = shares.reduce((sum, { tender, amount }) => (tender.kind === 'cash' ? sum + amount : sum), 0);
  const first = shares.find(({ tender }) => tender.kind === 'cash');
  return shares.flatMap((share) => {
    const { kind, approval_code, voucher, wallet, account } = share.tender;
    if (kind === 'cash') return share === first ? { kind, amount: cash, reference: '' } : [];
    return { kind, amount: share.amount, reference: approval_code ?? voucher ?? wallet ?? account ?? '' };
  });
}

/** The tenders that get something back, by their kinds in the order of a refund, and how much each. */
export function sharesByTender<Row extends Tendered>(refund: Minor, tenders: readonly Row[]): { tender: Row; amount: Minor }[] {
  const parts = splitTenders(refund, tenders);
  return tenders
    .map((tender, at) => ({ tender, amount: minor(parts[at] ?? 0) }))
    .filter(({ amount }) => amount > 0)
    .sort((one, other) => REFUND_ORDER.indexOf(one.tender.kind) - REFUND_ORDER.indexOf(other.tender.kind));
}
