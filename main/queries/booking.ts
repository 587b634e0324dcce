import type { Input, Output } from '../../shared/contract.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { trustedBooking } from '../store/checks/trusted-booking.ts';
import { bookingNow } from '../views/booking-now.ts';
import { fullView } from '../views/booking-view.ts';
import { bookingHistory } from './booking-history.ts';
import { newestEvent } from './newest-event.ts';
import type { Query } from './query.ts';

/** A hold or booking, whole, with its history, newest first. */
export const booking: Query<Input<'bookings.get'>, Output<'bookings.get'>> = async (context, { bookingId }) => {
  const { db, locators } = context;
  const row = await trustedBooking(db, bookingId);
  if (!row) return refuse('BOOKING_UNKNOWN', { bookingId, locator: `number ${bookingId}` });
  return accept({
    booking: await fullView(db, row, locators),
    history: await bookingHistory(db, bookingId),
    version: await newestEvent(db),
    ...(await bookingNow(context, row)),
  });
};
