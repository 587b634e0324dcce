import type { Input, Output } from '../../shared/contract.ts';
import { MESSAGE_LANGUAGE_WORDS } from '../../shared/message-kinds.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { trustedBooking } from '../store/checks/trusted-booking.ts';
import { keepWishes } from '../store/tables/message-wishes-table.ts';
import { stopMessages } from '../store/tables/messages-table.ts';
import type { Command } from './command.ts';
import { bookingMoved } from './move-seats.ts';

/** Sets in which language the passengers of a booking hear of it, or that they want no messages. Then those that wait are stopped. */
export const setMessageWishes: Command<Input<'messages.wish'>, Output<'messages.wish'>> = async (
  context,
  { bookingId, language, optedOut },
) => {
  const { db, now } = context;
  const row = await trustedBooking(db, bookingId);
  if (!row) return refuse('BOOKING_UNKNOWN', { bookingId, locator: `number ${bookingId}` });
  await keepWishes(db, bookingId, { language, optedOut });
  if (optedOut) await stopMessages(db, bookingId, now);
  const note = optedOut ? 'not wanted' : `in ${MESSAGE_LANGUAGE_WORDS[language]}`;
  context.emit('message.wished', bookingMoved(context, row, [], { note }));
  return accept({ language, optedOut });
};
