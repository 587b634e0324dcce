import { assert } from '../../shared/assert.ts';
import type { Output } from '../../shared/contract.ts';
import { instant, isDue } from '../../shared/instants.ts';
import { refuse } from '../../shared/refusals.ts';
import { childrenAlone } from '../rules/children-alone.ts';
import { trustedBooking } from '../store/checks/trusted-booking.ts';
import type { Insert } from '../store/database.ts';
import { keepVersion } from '../store/tables/booking-versions-table.ts';
import { type BookingRow, bookingById, legsOf } from '../store/tables/bookings-table.ts';
import { dropDraft } from '../store/tables/drafts-table.ts';
import { keepWishesOfSale } from '../store/tables/message-wishes-table.ts';
import { settlePayment, takenPayments } from '../store/tables/payments-table.ts';
import { insertSaleRecord, type SaleRecord } from '../store/tables/sale-record.ts';
import { writtenBooking } from '../views/booking-view.ts';
import { aloneRules, type SaleInput, saleProblem } from './check-sale.ts';
import type { Command, CommandContext } from './command.ts';
import { customersOfSale } from './customers/customers-of-sale.ts';
import { expireDueHoldsOn } from './expire-holds.ts';
import { flightProblem } from './flight-problem.ts';
import { holdProblem, idleHoldProblem } from './hold-problem.ts';
import { legsAsScheduled } from './legs-as-scheduled.ts';
import { moveBooking } from './move-booking.ts';
import { bookingMoved, moveSeats } from './move-seats.ts';
import { passengerRow } from './passenger-row.ts';
import { retakeSeats } from './retake-seats.ts';
import { reverseTaken } from './reverse-taken.ts';
import { seatedAgain } from './seated-again.ts';
import { spendBalances } from './spend-balances.ts';
import { type Approved, approvedProblem, tenderRows } from './tender-rows.ts';
import { settleOffer } from './waitlist/settle-offer.ts';

export interface ConfirmBooking extends SaleInput {
  readonly approved: Approved;
}

/** A booking that was sold late had its legs before, if it was sold before. */
const BOOKING_LEGS: Insert = {
  into: 'INSERT INTO booking_legs (flight_id, booking_id)',
  width: 2,
  conflict: 'ON CONFLICT DO NOTHING',
  mayExist: true,
};

/**
 * Turns a hold into a sold booking: hold, names and money are checked and written in one transaction. If the card was approved after the hold
 * had ended, the sale takes the same seats again if they are free. If they are not, nothing is sold, and the refusal says so. Who had none gets one that
 * came free meanwhile. A flight that has moved since is sold with the times that it has now.
 */
export const confirmBooking: Command<ConfirmBooking, Output<'bookings.confirm'>> = async (context, input) => {
  const { db, now } = context;
  let row = await trustedBooking(db, input.bookingId);
  const gone = row && (await flightProblem(context, row));
  if (gone) return gone;
  const paid = input.approved.length > 0;
  const late = paid && row && row.desk === context.actor.desk && (await endIfDue(context, row));
  if (late) {
    const lost = await retakeSeats(context, late);
    if (lost) return refuse('PAYMENT_TOO_LATE', { seat: lost.seat ?? lost.leg.seats[0], flight: lost.leg.flight, bookingId: late.id });
    row = late;
  } else {
    const problem = paid ? holdProblem(context, row, input.bookingId) : idleHoldProblem(context, row, input.bookingId);
    if (problem) return problem;
  }
  // A hold that ended may have been placed when time stood ahead: the clock was set right since.
  assert(row && (late || now >= row.created_at), 'a hold without problem exists, and has done so before now');
  const sale = await saleProblem(context, row, input);
  if (sale) return sale;
  const unpaid = await approvedProblem(context, row, input.approved);
  if (unpaid) return unpaid;

  const { phone, email, askedBy: asked_by } = input.contact;
  const { minors } = childrenAlone(input.passengers, legsOf(row), await aloneRules(context));
  const scheduled = await legsAsScheduled(context, row);
  if (scheduled) await keepVersion(db, row, { passengers: [], tenders: 0 });
  const after = await moveBooking(db, row, 'CONFIRMED', {
    ...(scheduled ? { legs: JSON.stringify(scheduled) } : {}),
    ...{ phone, email, asked_by },
    minors_by: minors.length > 0 ? (input.minorsBy ?? null) : null,
    ...{ sold_at: now, sold_by: context.actor.user, sold_desk: context.actor.desk },
  });
  for (const leg of legsOf(row)) await db.insertLater(BOOKING_LEGS, [leg.flightId, row.id]);
  const taken = row.tender_failed_at === null ? [] : await takenPayments(db, row.id);
  const record: SaleRecord = {
    passengers: input.passengers.map((name, place) => passengerRow(name, minors.includes(place))),
    tenders: tenderRows(context, 'sale', input, taken),
  };
  await spendBalances(context, row.currency, record.tenders);
  await insertSaleRecord(db, row.id, record, input.contact);
  for (const { reference, approvalCode } of input.approved) await settlePayment(db, reference, { state: 'APPROVED', approvalCode });
  const sold = taken.filter(({ reference }) => record.tenders.some((tender) => tender.reference === reference));
  for (const { reference } of sold) await settlePayment(db, reference, { state: 'APPROVED' });
  await dropDraft(db, row.id);
  await keepWishesOfSale(db, row.id, input.contact.messages, now);

  const legs = await moveSeats(context, row, 'sell');
  const kinds = [...new Set(input.tenders.map((tender) => tender.kind))].join(', ');
  const note = after.minors_by === null ? kinds : `${kinds}; unaccompanied minor, yes by ${after.minors_by}`;
  context.emit('booking.confirmed', bookingMoved(context, row, legs, { amount: row.total, note, expiresAt: null }));
  if (input.customers) await customersOfSale(context, input, record.passengers);
  await reverseTaken(context, row, 'the sale was paid in another way');
  await settleOffer(context, after, late !== undefined && late !== false);
  const seated = late ? await seatedAgain(context, after) : after;
  return { ok: true, booking: writtenBooking(seated, context.locators, record) };
};

/** Ends a hold that is due and has not been ended yet. Returns the ended hold; undefined when the hold is not due. */
async function endIfDue(context: CommandContext, row: BookingRow): Promise<BookingRow | undefined> {
  const flightId = legsOf(row)[0]?.flightId;
  if (row.state === 'HOLD' && row.expires_at !== null && isDue(instant(row.expires_at), context.now) && flightId !== undefined)
    await expireDueHoldsOn(context, flightId);
  const after = await bookingById(context.db, row.id);
  return after?.state === 'EXPIRED' ? after : undefined;
}
