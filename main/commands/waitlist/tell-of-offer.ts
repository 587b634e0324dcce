import { assert } from '../../../shared/assert.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { trustedBooking } from '../../store/checks/trusted-booking.ts';
import type { Command } from '../command.ts';
import { bookingMoved } from '../move-seats.ts';
import { channelsTo } from '../write-messages.ts';
import { offeredEntry } from './offered-entry.ts';

/** Tells a party of its offer once more, or writes down what came of a call. The seats and their time stay as they are. */
export const tellOfOffer: Command<Input<'waitlist.tell'>, Output<'waitlist.tell'>> = async (context, { entryId, by }) => {
  const { db, emit } = context;
  const offered = await offeredEntry(context, entryId);
  if (!offered.ok) return offered;
  const { entry, hold } = offered.value;
  const row = await trustedBooking(db, hold);
  assert(row, `the offer to party ${entryId} is hold ${hold}`);
  if (by === 'message') {
    if ((await channelsTo(context, row)).length === 0) return refuse('WAITLIST_UNREACHABLE', { entryId });
    emit('offer.messagedAgain', bookingMoved(context, row, []));
  } else emit('offer.called', bookingMoved(context, row, [], { note: by }));
  return accept({ entryId, state: entry.state, hold });
};
