import { assert } from '../../shared/assert.ts';
import { MESSAGE_CHANNEL_WORDS, MESSAGE_KIND_WORDS } from '../../shared/message-kinds.ts';
import { bookingById } from '../store/tables/bookings-table.ts';
import type { MessageRow } from '../store/tables/messages-table.ts';
import type { CommandContext } from './command.ts';
import { bookingMoved } from './move-seats.ts';

/** Adds to the journal how a message stands. The note names its kind and channel: `confirmed, by e-mail`. No passenger data. */
export async function tellOfMessage(
  context: CommandContext,
  { id, booking_id, kind, channel }: MessageRow,
  type: 'message.sent' | 'message.stuck' | 'message.sentAgain',
): Promise<void> {
  const row = await bookingById(context.db, booking_id);
  assert(row, `message ${id} belongs to no booking`);
  context.emit(type, bookingMoved(context, row, [], { note: `${MESSAGE_KIND_WORDS[kind]}, by ${MESSAGE_CHANNEL_WORDS[channel]}` }));
}
