import { JOB_WAIT_MS_MAX, JOBS_AT_ONCE, MESSAGES_SHOWN_MAX } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { DAY_MS, later } from '../../shared/instants.ts';
import { MESSAGE_CHANNELS, type MessageChannel } from '../../shared/message-kinds.ts';
import type { MessageView } from '../../shared/methods/messages.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { bookingById } from '../store/tables/bookings-table.ts';
import { wishesOf } from '../store/tables/message-wishes-table.ts';
import { MESSAGE_COLUMNS, type MessageRow, triesOfMessage, waitingMessages } from '../store/tables/messages-table.ts';
import { type MessageSettings, readSetting } from '../store/tables/settings-table.ts';
import { newestEvent } from './newest-event.ts';
import type { Query, QueryContext } from './query.ts';

/** Twice as many as can be tried at once, because as many may be under way. */
const DUE_MAX = 2 * JOBS_AT_ONCE;

/** The messages of a channel to be tried next, in the order in which they are due. One that seems to wait too long was dated by a clock that stood ahead, as with jobs. */
export const dueMessages: Query<{ readonly channel: MessageChannel }, readonly MessageRow[]> = async ({ db, now }, { channel }) => {
  const longest = later(now, JOB_WAIT_MS_MAX);
  const tooLong = await waitingMessages(db, channel, longest, Number.MAX_SAFE_INTEGER, DUE_MAX);
  const waiting = await waitingMessages(db, channel, -1, longest, DUE_MAX);
  return accept([...tooLong.map((message) => ({ ...message, not_before: now })), ...waiting]);
};

export const messageSettings: Query<Record<never, never>, MessageSettings> = async ({ db }) => accept(await readSetting(db, 'messages'));

const standingOf = ({ state, tries }: MessageRow): MessageView['standing'] => {
  if (state === 'DEAD') return 'dead';
  if (state === 'SENT') return 'sent';
  if (state === 'STOPPED') return 'stopped';
  return tries > 0 ? 'failed' : 'waits';
};

async function viewOf({ db, locators }: QueryContext, row: MessageRow): Promise<MessageView> {
  const { id: messageId, booking_id: bookingId, kind, channel, language } = row;
  return {
    ...{ messageId, bookingId, kind, channel, language, locator: locators.of(bookingId), standing: standingOf(row), since: row.created_at },
    nextAt: row.state === 'WAITING' ? row.not_before : null,
    tries: [...(await triesOfMessage(db, messageId))],
  };
}

const OPEN = `SELECT ${MESSAGE_COLUMNS} FROM messages WHERE state IN ('WAITING', 'BEHIND', 'DEAD')
  ORDER BY CASE WHEN state = 'DEAD' THEN 0 WHEN tries > 0 THEN 1 ELSE 2 END, id LIMIT ?`;
const COUNTS = `SELECT channel, sum(CASE WHEN state = 'DEAD' THEN 0 ELSE 1 END) AS waits, sum(CASE WHEN state = 'DEAD' THEN 1 ELSE 0 END) AS dead
  FROM messages WHERE state IN ('WAITING', 'BEHIND', 'DEAD') GROUP BY channel`;
const SENT = "SELECT channel, count(*) AS sent FROM messages WHERE state = 'SENT' AND ended_at > ? GROUP BY channel";

/** Messages that are not sent, for the supervisor. */
export const messageList: Query<Input<'messages.list'>, Output<'messages.list'>> = async (context) => {
  const { db, now } = context;
  const messages: MessageView[] = [];
  for (const row of await db.query<MessageRow>(OPEN).all(MESSAGES_SHOWN_MAX)) messages.push(await viewOf(context, row));
  const open = await db.query<{ channel: MessageChannel; waits: number; dead: number }>(COUNTS).all();
  const sent = await db.query<{ channel: MessageChannel; sent: number }>(SENT).all(now - DAY_MS);
  const counts = MESSAGE_CHANNELS.map((channel) => {
    const { waits = 0, dead = 0 } = open.find((row) => row.channel === channel) ?? {};
    return { channel, waits, dead, sentLastDay: sent.find((row) => row.channel === channel)?.sent ?? 0 };
  });
  const all = counts.reduce((total, { waits, dead }) => total + waits + dead, 0);
  return accept({ messages, more: all - messages.length, counts, version: await newestEvent(db) });
};

const OF_BOOKING = `SELECT ${MESSAGE_COLUMNS} FROM messages WHERE booking_id IN (?) ORDER BY id LIMIT ?`;

export const messagesOfBooking: Query<Input<'messages.ofBooking'>, Output<'messages.ofBooking'>> = async (context, { bookingId }) => {
  const { db } = context;
  if (!(await bookingById(db, bookingId))) return refuse('BOOKING_UNKNOWN', { bookingId, locator: `number ${bookingId}` });
  const messages: MessageView[] = [];
  for (const row of await db.query<MessageRow>(OF_BOOKING).all(bookingId, MESSAGES_SHOWN_MAX)) messages.push(await viewOf(context, row));
  return accept({ wishes: await wishesOf(db, bookingId), messages });
};
