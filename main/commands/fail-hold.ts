import type { SeatsMoved } from '../../shared/events/seats-moved.ts';
import type { BookingRow } from '../store/tables/bookings-table.ts';
import type { CommandContext } from './command.ts';
import { moveBooking } from './move-booking.ts';
import { bookingMoved, moveSeats } from './move-seats.ts';
import { reverseTaken } from './reverse-taken.ts';
import { settleOffer } from './waitlist/settle-offer.ts';

/**
 * Ends a hold whose tender failed: nobody has paid it in another way. Charges that stand taken are reversed. The caller offers the seats that
 * went back (`moved`) to who waits for them.
 */
export async function failHold(
  context: CommandContext,
  row: BookingRow,
  why: string,
): Promise<{ readonly after: BookingRow; readonly moved: readonly SeatsMoved[] }> {
  const after = await moveBooking(context.db, row, 'PAYMENT_FAILED', { failed_at: context.now });
  const moved = await moveSeats(context, row, 'release');
  context.emit('payment.failed', bookingMoved(context, after, moved, { note: why }));
  await reverseTaken(context, after, 'the sale was not made');
  await settleOffer(context, after);
  return { after, moved };
}
