import { assert } from '../../shared/assert.ts';
import type { Tender } from '../../shared/methods/tenders.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';
import type { BookingRow } from '../store/tables/bookings-table.ts';
import { type PaymentRow, paymentByReference } from '../store/tables/payments-table.ts';
import { takenNow } from '../store/tables/sale-record.ts';
import type { TenderRow } from '../store/tables/sale-rows.ts';
import type { CommandContext } from './command.ts';

/** Card tenders approved at the desk's terminal: the place of the tender, its payment, the terminal's code. */
export type Approved = readonly { readonly tender: number; readonly reference: string; readonly approvalCode: string }[];

/** A payment that was given up pays for nothing, because its charge is being reversed. */
export async function approvedProblem({ db, locators }: CommandContext, row: BookingRow, approved: Approved): Promise<Refused | undefined> {
  for (const { reference } of approved) {
    const payment = await paymentByReference(db, reference);
    if (payment?.state !== 'PENDING' || payment.booking_id !== row.id)
      return refuse('CHARGE_NOT_TAKEN', { bookingId: row.id, locator: locators.of(row.id) });
  }
  return undefined;
}

/** What is stored of tenders that were checked, from place 0 on. `taken`: charges that stood taken before. */
export function tenderRows(
  context: CommandContext,
  document: TenderRow['document'],
  { tenders, approved }: { readonly tenders: readonly Tender[]; readonly approved: Approved },
  taken: readonly PaymentRow[] = [],
): TenderRow[] {
  return tenders.map((tender, place) => {
    const charge = approved.find((approval) => approval.tender === place);
    const before = tender.kind === 'card' ? taken.find(({ reference }) => reference === tender.charge) : undefined;
    const code = tender.kind === 'card' ? (charge?.approvalCode ?? before?.approval_code ?? tender.approvalCode) : null;
    assert(tender.kind !== 'card' || code !== null, 'a card tender is approved before it is taken');
    return {
      place,
      kind: tender.kind,
      amount: tender.amount,
      given: tender.kind === 'cash' ? tender.given : null,
      approval_code: code,
      voucher: tender.kind === 'voucher' ? tender.voucher : null,
      reference: charge?.reference ?? before?.reference ?? null,
      wallet: tender.kind === 'wallet' ? tender.wallet : null,
      account: tender.kind === 'account' ? tender.account : null,
      refunded: 0,
      refund_voucher: null,
      ...takenNow(context, document),
    };
  });
}
