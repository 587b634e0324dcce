import { assert } from '../../../shared/assert.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { accept } from '../../../shared/refusals.ts';
import { trustedBooking } from '../../store/checks/trusted-booking.ts';
import { legsOf } from '../../store/tables/bookings-table.ts';
import { changeWaitEntry, waitlistMoved } from '../../store/tables/waitlist-table.ts';
import type { Command } from '../command.ts';
import { holdProblem, idleHoldProblem } from '../hold-problem.ts';
import { endByRelease } from '../release-hold.ts';
import { offeredEntry } from './offered-entry.ts';

/**
 * What a party says to the seats that are held for it. A yes is written down, and its hold is paid like any other. With a no the hold is released,
 * and the seats go to the next that fits.
 */
export const answerOffer: Command<Input<'waitlist.answer'>, Output<'waitlist.answer'>> = async (context, { entryId, answer }) => {
  const { db, now, emit } = context;
  const offered = await offeredEntry(context, entryId);
  if (!offered.ok) return offered;
  const { entry, hold } = offered.value;
  const row = await trustedBooking(db, hold);
  const problem = answer === 'yes' ? holdProblem(context, row, hold) : idleHoldProblem(context, row, hold);
  if (problem) return problem;
  assert(row, 'a hold without problem exists');
  if (answer === 'no') {
    await endByRelease(context, row);
    return accept({ entryId, state: 'UNABLE', hold });
  }
  if (entry.answered_at === null) {
    const after = await changeWaitEntry(db, entry, { answered_at: now });
    emit('waitlist.answered', waitlistMoved(after, legsOf(row)[0]?.flightId ?? null));
  }
  return accept({ entryId, state: 'OFFERED', hold });
};
