import type { BookingRow } from '../store/tables/bookings-table.ts';
import type { CommandContext } from './command.ts';
import { moveBooking } from './move-booking.ts';
import { bookingMoved, moveSeats } from './move-seats.ts';
import { reverseTaken } from './reverse-taken.ts';

/** Ends a hold whose tender failed: nobody has paid it in another way. Charges that stand taken are reversed. */
export async function failHold(context: CommandContext, row: BookingRow, why: string): Promise<BookingRow> {
  const after = await moveBooking(context.db, row, 'PAYMENT_FAILED');
  context.emit('payment.failed', bookingMoved(context, after, await moveSeats(context, row, 'release'), { note: why }));
  await reverseTaken(context, after, 'the sale was not made');
  return after;
}
