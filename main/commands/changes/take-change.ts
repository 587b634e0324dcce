import type { Output } from '../../../shared/contract.ts';
import { settlePayment } from '../../store/tables/payments-table.ts';
import { saleRecordOf } from '../../store/tables/sale-record.ts';
import { writtenBooking } from '../../views/booking-view.ts';
import type { Command } from '../command.ts';
import { endWays } from '../reaccommodation/end-ways.ts';
import { type Approved, approvedProblem, tenderRows } from '../tender-rows.ts';
import { offerFreed } from '../waitlist/offer-freed.ts';
import { makeChange } from './make-change.ts';
import { type ChangeInput, takenOffer } from './taken-offer.ts';

export type TakeChange = ChangeInput & { readonly approved: Approved };

/** Takes the newest quote of a change: what is to be paid is paid already, by tenders or by charges that the terminal approved. */
export const takeChange: Command<TakeChange, Output<'bookings.change'>> = async (context, { approved, ...input }) => {
  const { db, locators } = context;
  const taken = await takenOffer(context, input);
  if (!taken.ok) return taken;
  const { booking, planned } = taken.value;
  const { row } = booking;
  const unpaid = await approvedProblem(context, row, approved);
  if (unpaid) return unpaid;
  const made = await makeChange(booking, planned, tenderRows(context, 'change', { tenders: input.tenders, approved }));
  if (!made.ok) return made;
  // The other ways on that were kept beside the one that was taken.
  if (typeof planned.hold?.way_for === 'number') await offerFreed(context, await endWays(context, row.id));
  for (const { reference, approvalCode } of approved) await settlePayment(db, reference, { state: 'APPROVED', approvalCode });
  return { ok: true, booking: writtenBooking(made.value, locators, await saleRecordOf(db, row.id)) };
};
