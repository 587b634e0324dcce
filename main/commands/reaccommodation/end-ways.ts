import type { SeatsMoved } from '../../../shared/events/seats-moved.ts';
import { type BookingRow, waysFor } from '../../store/tables/bookings-table.ts';
import type { CommandContext } from '../command.ts';
import { moveBooking } from '../move-booking.ts';
import { bookingMoved, moveSeats } from '../move-seats.ts';

/** Gives up the seats that are kept as ways on for a booking, at whichever desk. Returns what went back to sale; nobody was offered it yet. */
export async function endWays(
  context: CommandContext,
  bookingId: number,
  which: (way: BookingRow) => boolean = () => true,
): Promise<SeatsMoved[]> {
  const freed: SeatsMoved[] = [];
  for (const way of await waysFor(context.db, bookingId)) {
    if (context.setApart.has(way.id) || !which(way)) continue;
    const after = await moveBooking(context.db, way, 'RELEASED');
    const moved = await moveSeats(context, way, 'release');
    context.emit('hold.released', bookingMoved(context, after, moved));
    freed.push(...moved);
  }
  return freed;
}
