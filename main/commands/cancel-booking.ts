import { assert } from '../../shared/assert.ts';
import type { Input, Output } from '../../shared/contract.ts';
import type { CancelOffer } from '../../shared/methods/offers.ts';
import { trustedBooking } from '../store/checks/trusted-booking.ts';
import { offerOf } from '../store/tables/offers-table.ts';
import { passengersOfBooking } from '../store/tables/sale-record.ts';
import { writtenBooking } from '../views/booking-view.ts';
import { standingOffer } from './changes/standing-offer.ts';
import type { Command } from './command.ts';
import { giveBack } from './give-back.ts';
import { moveBooking } from './move-booking.ts';
import { bookingMoved, moveSeats } from './move-seats.ts';
import { cancelProblem } from './quote-refund.ts';
import { offerFreed } from './waitlist/offer-freed.ts';

/** Cancels by the newest quote: the refund is booked and the seats go back to sale in one step. */
export const cancelBooking: Command<Input<'bookings.cancel'>, Output<'bookings.cancel'>> = async (context, { bookingId, offerId }) => {
  const { db, locators } = context;
  const row = await trustedBooking(db, bookingId);
  const problem = await cancelProblem(context, row, bookingId);
  if (problem) return problem;
  assert(row, 'a booking without problem exists');
  const standing = await standingOffer(context, row, offerId, 'cancel');
  if (!standing.ok) return standing;

  const quote = offerOf<CancelOffer>(standing.value);
  const after = await moveBooking(db, row, 'CANCELLED', { refunded: row.refunded + quote.total, fees: row.fees + row.total - quote.total });
  const tenders = await giveBack(context, row, quote.total, 'cancelled', quote.toVoucher);
  const legs = await moveSeats(context, row, 'cancel');
  const note = `quote ${quote.number}, ${quote.rule}`;
  context.emit('booking.cancelled', {
    ...bookingMoved(context, row, legs, { amount: quote.total, note, expiresAt: null }),
    ...(quote.waiver ? { overrides: ['waiver'] } : {}),
  });
  await offerFreed(context, legs);
  return { ok: true, booking: writtenBooking(after, locators, { passengers: await passengersOfBooking(db, bookingId), tenders }) };
};
