import { assert } from '../../shared/assert.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { instant, isDue } from '../../shared/instants.ts';
import type { CancelOffer } from '../../shared/methods/offers.ts';
import { refuse } from '../../shared/refusals.ts';
import { trustedBooking } from '../store/checks/trusted-booking.ts';
import { newestOffer, offerOfBooking } from '../store/tables/offers-table.ts';
import { saleRecordOf } from '../store/tables/sale-record.ts';
import { writtenBooking } from '../views/booking-view.ts';
import type { Command } from './command.ts';
import { giveBack } from './give-back.ts';
import { moveBooking } from './move-booking.ts';
import { bookingMoved, moveSeats } from './move-seats.ts';
import { cancelProblem } from './quote-refund.ts';

/** Cancels by the newest quote: the refund is booked and the seats go back to sale in one step. */
export const cancelBooking: Command<Input<'bookings.cancel'>, Output<'bookings.cancel'>> = async (context, { bookingId, offerId }) => {
  const { db, now, locators } = context;
  const row = await trustedBooking(db, bookingId);
  const problem = await cancelProblem(context, row, bookingId);
  if (problem) return problem;
  assert(row, 'a booking without problem exists');
  const newest = await newestOffer(db, bookingId);
  const known = await offerOfBooking(db, offerId, bookingId);
  if (!known || !newest) return refuse('OFFER_UNKNOWN', { locator: locators.of(bookingId), offerId });
  if (newest.id !== offerId) return refuse('OFFER_REPLACED', { newest: newest.number, newestId: newest.id });
  if (newest.booking_version !== row.version) return refuse('OFFER_OUTDATED', { locator: locators.of(bookingId) });
  if (isDue(instant(newest.valid_until), now)) return refuse('OFFER_EXPIRED', { until: newest.valid_until });

  const quote = JSON.parse(newest.offer) as CancelOffer;
  const after = await moveBooking(db, row, 'CANCELLED', { refunded: row.refunded + quote.total, fees: row.fees + row.total - quote.total });
  await giveBack(context, row, quote.total, 'cancelled');
  const legs = await moveSeats(context, row, 'cancel');
  const note = `quote ${quote.number}, ${quote.rule}`;
  context.emit('booking.cancelled', bookingMoved(context, row, legs, { amount: quote.total, note, expiresAt: null }));
  return { ok: true, booking: await writtenBooking(after, locators, await saleRecordOf(db, bookingId)) };
};
