import { assert } from '../../shared/assert.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { trustedBooking } from '../store/checks/trusted-booking.ts';
import { writtenHold } from '../views/booking-view.ts';
import type { Command } from './command.ts';
import { idleHoldProblem } from './hold-problem.ts';
import { moveBooking } from './move-booking.ts';
import { bookingMoved, moveSeats } from './move-seats.ts';
import { reverseTaken } from './reverse-taken.ts';

/** Gives a hold's seats back before its time is up. Charges that stand taken are reversed. */
export const releaseHold: Command<Input<'holds.release'>, Output<'holds.release'>> = async (context, { bookingId }) => {
  const row = await trustedBooking(context.db, bookingId);
  const problem = idleHoldProblem(context, row, bookingId);
  if (problem) return problem;
  assert(row, 'a hold without problem exists');
  const after = await moveBooking(context.db, row, 'RELEASED');
  context.emit('hold.released', bookingMoved(context, after, await moveSeats(context, row, 'release')));
  await reverseTaken(context, after, 'the hold was released');
  return { ok: true, booking: await writtenHold(context.db, after, context.locators) };
};
