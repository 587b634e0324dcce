import type { BookingView } from '../../shared/methods/booking-view.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { TENDER_RULES } from '../../shared/tender-kinds.ts';

type TenderTaken = BookingView['tenders'][number];

/** `card 160.00, new voucher VQ8H2KM4XYZ 40.00`: where a refund went. Who reads it out must have the number of a new voucher. */
export const refundedTo = (tenders: readonly TenderTaken[], currency: string): string =>
  tenders
    .filter(({ refunded }) => refunded > 0)
    .map(({ kind, refunded, refundVoucher }) => {
      const to = refundVoucher === null ? TENDER_RULES[kind].word.toLowerCase() : `new voucher ${refundVoucher}`;
      return `${to} ${moneyText(minor(refunded), currency)}`;
    })
    .join(', ');

/** What tells one tender from another: `approved 083914`, `VQ8H2K`, `HARBOUR`, `160.00 given, 10.00 change`. */
export function tenderDetail(tender: TenderTaken, currency: string): string {
  if (tender.kind === 'card') return tender.approvalCode ? `approved ${tender.approvalCode}` : '';
  if (tender.kind !== 'cash') return tender.voucher ?? tender.wallet ?? tender.account ?? '';
  const change = tender.given === null ? 0 : tender.given - tender.amount;
  return tender.given === null || change === 0
    ? ''
    : `${moneyText(minor(tender.given), currency)} given, ${moneyText(minor(change), currency)} change`;
}
