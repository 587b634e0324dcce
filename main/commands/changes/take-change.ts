import type { Output } from '../../../shared/contract.ts';
import { refuse } from '../../../shared/refusals.ts';
import { paymentByReference, settlePayment } from '../../store/tables/payments-table.ts';
import { saleRecordOf, type TenderRow, takenNow } from '../../store/tables/sale-record.ts';
import { writtenBooking } from '../../views/booking-view.ts';
import type { Command, CommandContext } from '../command.ts';
import type { ConfirmBooking } from '../confirm-booking.ts';
import { makeChange } from './make-change.ts';
import { type ChangeInput, takenOffer } from './taken-offer.ts';

export type TakeChange = ChangeInput & Pick<ConfirmBooking, 'approved'>;

/** Takes the newest quote of a change: what is to be paid is paid already, by tenders or by charges that the terminal approved. */
export const takeChange: Command<TakeChange, Output<'bookings.change'>> = async (context, { approved, ...input }) => {
  const { db, locators } = context;
  const taken = await takenOffer(context, input);
  if (!taken.ok) return taken;
  const { booking, planned } = taken.value;
  const { row } = booking;
  for (const { reference } of approved)
    if ((await paymentByReference(db, reference))?.state !== 'PENDING')
      return refuse('CHARGE_NOT_TAKEN', { bookingId: row.id, locator: locators.of(row.id) });
  const made = await makeChange(booking, planned, tenderRows(context, input.tenders, approved));
  if (!made.ok) return made;
  for (const { reference, approvalCode } of approved) await settlePayment(db, reference, { state: 'APPROVED', approvalCode });
  return { ok: true, booking: writtenBooking(made.value, locators, await saleRecordOf(db, row.id)) };
};

const tenderRows = (context: CommandContext, tenders: ChangeInput['tenders'], approved: TakeChange['approved']): TenderRow[] =>
  tenders.map((tender, place) => {
    const charge = approved.find((approval) => approval.tender === place);
    return {
      place,
      kind: tender.kind,
      amount: tender.amount,
      given: tender.kind === 'cash' ? tender.given : null,
      approval_code: tender.kind === 'card' ? (charge?.approvalCode ?? tender.approvalCode) : null,
      voucher: tender.kind === 'voucher' ? tender.voucher : null,
      reference: charge?.reference ?? null,
      refunded: 0,
      refund_voucher: null,
      ...takenNow(context, 'change'),
    };
  });
