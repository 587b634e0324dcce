import { assert } from '../../../shared/assert.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { trustedBooking } from '../../store/checks/trusted-booking.ts';
import { waitEntryById } from '../../store/tables/waitlist-table.ts';
import type { Command } from '../command.ts';
import { bookingMoved } from '../move-seats.ts';
import { channelsTo } from '../write-messages.ts';
import { overProblem } from './wait-problem.ts';

/** Tells a party of its offer once more, or writes down what came of a call. The seats and their time stay as they are. */
export const tellOfOffer: Command<Input<'waitlist.tell'>, Output<'waitlist.tell'>> = async (context, { entryId, by }) => {
  const { db, emit } = context;
  const entry = await waitEntryById(db, entryId);
  const over = overProblem(entry, entryId);
  if (over) return over;
  assert(entry, 'a party without problem is on the list');
  const hold = entry.hold_id;
  if (entry.state !== 'OFFERED' || hold === null) return refuse('WAITLIST_NO_OFFER', { entryId });
  const row = await trustedBooking(db, hold);
  assert(row, `the offer to party ${entryId} is hold ${hold}`);
  if (by === 'message') {
    if ((await channelsTo(context, row)).length === 0) return refuse('WAITLIST_UNREACHABLE', { entryId });
    emit('offer.messagedAgain', bookingMoved(context, row, []));
  } else emit('offer.called', bookingMoved(context, row, [], { note: by }));
  return accept({ entryId, state: entry.state, hold });
};
