import { isOfBooking } from '../../shared/event-effects.ts';
import type { BookingEventType, EventData, EventType } from '../../shared/events.ts';
import type { MessageChannel, MessageKind } from '../../shared/message-kinds.ts';
import { messageOfEvent } from '../../shared/message-of-event.ts';
import { type MessageWishes, USUAL_WISHES } from '../../shared/methods/messages.ts';
import { type ContactRead, readContact } from '../../shared/read-contact.ts';
import { isUpgradeFrom } from '../store/tables/booking-versions-table.ts';
import { type BookingRow, bookingById } from '../store/tables/bookings-table.ts';
import { draftOf } from '../store/tables/drafts-table.ts';
import { keptWishes, wishesOf } from '../store/tables/message-wishes-table.ts';
import { enqueueMessage } from '../store/tables/messages-table.ts';
import { isSimulated } from '../training/simulated-desks.ts';
import type { CommandContext } from './command.ts';

/** An event that a command emitted, and the time at which it was done. */
interface Told {
  readonly type: EventType;
  readonly data: EventData<EventType>;
  readonly as: Pick<CommandContext, 'now'>;
}

interface Recipient extends ContactRead {
  readonly wishes: MessageWishes;
}

/**
 * Writes down the messages that follow from the events of one command, in its transaction: one for each event and channel. `channels`: those that
 * are on. Nothing is read or written for events that no passenger hears of.
 * 1. An e-mail needs an address and an SMS a phone number. Push needs neither, because whoever receives it knows its customers.
 * 2. Nobody hears of what simulated desks do: their passengers are made up.
 * 3. Nobody hears of what happened before now: a training store begins with sales of the past.
 */
export async function writeMessages(context: CommandContext, channels: readonly MessageChannel[], told: readonly Told[]): Promise<void> {
  const { db, now, nextEvent } = context;
  const offered = new Set(told.map(({ type, data }) => (type === 'waitlist.offered' ? (data as EventData<typeof type>).hold : null)));
  for (const [at, { type, data, as }] of told.entries()) {
    const tells = messageOfEvent(type);
    if (tells === null || !isOfBooking(type) || as.now < now) continue;
    const { bookingId, desk } = data as EventData<BookingEventType>;
    if (isSimulated(desk)) continue;
    const row = await bookingById(db, bookingId);
    if (!row) continue;
    const kind = await kindOf(context, row, type, tells, offered);
    const recipient = type === 'hold.placed' && kind === 'held' ? NOBODY : await recipientOf(context, row);
    const { language } = recipient.wishes;
    const { id: booking_id, version } = row;
    for (const channel of reaching(channels, recipient))
      await enqueueMessage(db, { event: nextEvent + at, booking_id, version, kind, channel, language }, now);
  }
}

/** Those of some channels that reach somebody who has not asked for silence. */
function reaching(channels: readonly MessageChannel[], { phone, email, wishes }: Recipient): MessageChannel[] {
  const reaches: Readonly<Record<MessageChannel, boolean>> = { email: email !== '', sms: phone !== '', push: true };
  return wishes.optedOut ? [] : channels.filter((channel) => reaches[channel]);
}

/** The channels by which the passengers of a booking are told of what happens to it. */
export const channelsTo = async (context: CommandContext, row: BookingRow): Promise<MessageChannel[]> =>
  reaching(await context.cache.channels(), await recipientOf(context, row));

/** A change may be an upgrade, though not one that was taken back, and a hold an offer to a party that waited. */
async function kindOf(
  { db }: CommandContext,
  row: BookingRow,
  type: EventType,
  tells: MessageKind,
  offered: ReadonlySet<number | null>,
): Promise<MessageKind> {
  if (type === 'booking.changed' && (await isUpgradeFrom(db, row))) return 'upgraded';
  return tells === 'held' && offered.has(row.id) ? 'waitlistOffered' : tells;
}

/** A new hold has nobody yet. */
const NOBODY: Recipient = { phone: '', email: '', wishes: USUAL_WISHES };

/** How the passengers of a booking are reached. One that was not sold has what was typed for its sale; what they wished for the booking itself goes first. */
async function recipientOf({ db }: CommandContext, row: BookingRow): Promise<Recipient> {
  if (row.asked_by !== null) return { phone: row.phone ?? '', email: row.email ?? '', wishes: await wishesOf(db, row.id) };
  const draft = await draftOf(db, row.id);
  const wishes = (await keptWishes(db, row.id)) ?? draft?.messages ?? USUAL_WISHES;
  return { ...NOBODY, ...(draft ? readContact(draft.contact) : {}), wishes };
}
