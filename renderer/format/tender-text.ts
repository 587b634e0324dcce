import type { BookingView } from '../../shared/methods/booking-view.ts';
import { minor, moneyText } from '../../shared/money.ts';

type TenderTaken = BookingView['tenders'][number];

export const TENDER_WORDS = { cash: 'Cash', card: 'Card', voucher: 'Voucher' } as const;

/** What tells one tender from another: `approved 083914`, `VQ8H2K`, `160.00 given, 10.00 change`. */
export function tenderDetail(tender: TenderTaken, currency: string): string {
  if (tender.kind === 'card') return tender.approvalCode ? `approved ${tender.approvalCode}` : '';
  if (tender.kind === 'voucher') return tender.voucher ?? '';
  const change = tender.given === null ? 0 : tender.given - tender.amount;
  return tender.given === null || change === 0
    ? ''
    : `${moneyText(minor(tender.given), currency)} given, ${moneyText(minor(change), currency)} change`;
}
