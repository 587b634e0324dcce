import { trustedBooking } from '../store/checks/trusted-booking.ts';
import { type BookingRow, legsOf } from '../store/tables/bookings-table.ts';
import type { CommandContext } from './command.ts';
import { offerFreed } from './waitlist/offer-freed.ts';

/** Who comes back without a seat, because a sale was paid late or a cancellation undone, gets one that came free meanwhile. The booking after that. */
export async function seatedAgain(context: CommandContext, row: BookingRow): Promise<BookingRow> {
  const over = row.state === 'CONFIRMED' ? legsOf(row).filter(({ seats }) => seats.includes('over')) : [];
  if (over.length === 0) return row;
  await offerFreed(context, over);
  return (await trustedBooking(context.db, row.id)) ?? row;
}
