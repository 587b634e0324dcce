import { assert } from '../../shared/assert.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { trustedBooking } from '../store/checks/trusted-booking.ts';
import type { BookingRow } from '../store/tables/bookings-table.ts';
import { writtenHold } from '../views/booking-view.ts';
import type { Command, CommandContext } from './command.ts';
import { idleHoldProblem } from './hold-problem.ts';
import { moveBooking } from './move-booking.ts';
import { bookingMoved, moveSeats } from './move-seats.ts';
import { reverseTaken } from './reverse-taken.ts';
import { offerFreed } from './waitlist/offer-freed.ts';
import { settleOffer } from './waitlist/settle-offer.ts';

/** Gives a hold's seats back before its time is up. Charges that stand taken are reversed. */
export const releaseHold: Command<Input<'holds.release'>, Output<'holds.release'>> = async (context, { bookingId }) => {
  const row = await trustedBooking(context.db, bookingId);
  const problem = idleHoldProblem(context, row, bookingId);
  if (problem) return problem;
  assert(row, 'a hold without problem exists');
  return { ok: true, booking: await writtenHold(context.db, await endByRelease(context, row), context.locators) };
};

/** Releases a hold that may be released. Who waits for its seats gets them. Returns its row after it. */
export async function endByRelease(context: CommandContext, row: BookingRow): Promise<BookingRow> {
  const after = await moveBooking(context.db, row, 'RELEASED');
  const moved = await moveSeats(context, row, 'release');
  context.emit('hold.released', bookingMoved(context, after, moved));
  await reverseTaken(context, after, 'the hold was released');
  await settleOffer(context, after);
  await offerFreed(context, moved);
  return after;
}
