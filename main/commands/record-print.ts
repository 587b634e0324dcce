import type { Input, Output } from '../../shared/contract.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { trustedBooking } from '../store/checks/trusted-booking.ts';
import { eventsOfBooking } from '../store/tables/journal-table.ts';
import type { Command } from './command.ts';
import { bookingMoved } from './move-seats.ts';

/** Records that the receipt of a sale is printed, and counts its prints. The history of the booking shows each. */
export const recordPrint: Command<Input<'bookings.recordPrint'>, Output<'bookings.recordPrint'>> = async (context, { bookingId }) => {
  const { db, locators } = context;
  const row = await trustedBooking(db, bookingId);
  if (!row) return refuse('BOOKING_UNKNOWN', { bookingId, locator: `number ${bookingId}` });
  if (row.sold_at === null) return refuse('BOOKING_UNSOLD', { bookingId, locator: locators.of(bookingId) });
  const print = (await eventsOfBooking(db, bookingId)).filter(({ type }) => type === 'receipt.printed').length + 1;
  context.emit('receipt.printed', bookingMoved(context, row, [], { note: print === 1 ? '' : `copy ${print - 1}` }));
  return accept({ print });
};
