import type { ReadDatabase } from '../../main/store/database.ts';
import type { SqliteDatabase } from '../../main/store/sqlite.ts';
import type { MessageKind } from '../../shared/message-kinds.ts';
import { Failure } from './failure.ts';
import type { ModelMessage } from './model/messages.ts';
import type { SeenEvent } from './store-checks.ts';

/** What passengers are told after which event, the usual first. A change may be an upgrade too, and a hold an offer to who waited. */
export const HEARD: Readonly<Record<string, readonly MessageKind[]>> = {
  'hold.placed': ['held', 'waitlistOffered'],
  'hold.payLater': ['held'],
  'hold.expired': ['expired'],
  'offer.messagedAgain': ['waitlistOffered'],
  'payment.failed': ['paymentFailed'],
  'booking.confirmed': ['confirmed'],
  'booking.cancelled': ['cancelled'],
  'booking.changed': ['changed', 'upgraded'],
  'booking.seated': ['changed'],
  'booking.split': ['confirmed'],
  'booking.divided': ['changed'],
  'booking.saleUndone': ['cancelled'],
  'booking.cancelUndone': ['confirmed'],
  'booking.changeUndone': ['changed'],
  'booking.flightsChanged': ['flightsChanged'],
  'booking.reaccommodated': ['reaccommodated'],
};

const MESSAGES = 'SELECT id, event, booking_id AS bookingId, version, kind, channel, language FROM messages WHERE event >= ? ORDER BY id';

/**
 * Whether the passengers of a booking ever wanted no messages: as they said once, at a sale, or while one was typed. What was typed is gone where a hold
 * ended and was sold at once, by a payment that came late; and
 * a wish is gone where another was said since.
 */
const SILENT = `SELECT EXISTS (SELECT 1 FROM journal WHERE booking_id = ? AND type = 'message.wished' AND (event > ? OR data ->> 'note' = 'not wanted'))
    OR EXISTS (SELECT 1 FROM message_wishes WHERE booking_id = ? AND opted_out = 1)
    OR EXISTS (SELECT 1 FROM hold_drafts WHERE booking_id = ? AND draft -> 'messages' ->> 'optedOut' = 1)
    OR EXISTS (SELECT 1 FROM bookings WHERE id = ? AND asked_by IS NOT NULL AND ? = 'hold.expired') AS silent`;

type SeenMessage = Pick<ModelMessage, 'id' | 'event' | 'bookingId' | 'version' | 'kind' | 'channel' | 'language'>;

/** The messages of this event and of all after it, in the order in which they were written down. */
export const messagesSince = (db: ReadDatabase, event: number): readonly SeenMessage[] =>
  (db as SqliteDatabase).query<SeenMessage>(MESSAGES).all(event) as SeenMessage[];

/**
 * Each of these events that passengers hear of has its messages, one in a channel, and no other event has any. The webhook hears of all of them, but
 * of bookings whose passengers want no messages.
 */
export function checkMessages(reader: ReadDatabase, events: readonly SeenEvent[]): void {
  const [first] = events;
  if (!first) return;
  const db = reader as SqliteDatabase;
  const channels = new Map<number, Set<string>>();
  for (const message of messagesSince(db, first.event)) {
    const { event, bookingId, kind, channel } = message;
    const about = events[event - first.event];
    if (about?.event !== event || about.booking_id !== bookingId || !HEARD[about.type]?.includes(kind))
      throw new Failure('message', `after event ${event} ${about?.type} of booking ${about?.booking_id} comes ${JSON.stringify(message)}`);
    const before = channels.get(event) ?? new Set();
    if (before.has(channel)) throw new Failure('message', `event ${event} is told twice by ${channel}`);
    channels.set(event, before.add(channel));
  }
  for (const { event, type, booking_id: id } of events) {
    if (!HEARD[type] || id === null || channels.get(event)?.has('push')) continue;
    const [row] = db.query<{ silent: number }>(SILENT).all(id, event, id, id, id, type) as { silent: number }[];
    if (row?.silent !== 1) throw new Failure('message', `nobody is told of event ${event} ${type} of booking ${id}`);
  }
  checkTurns(db);
}

// Of the messages of a booking in a channel one has its turn, and the others wait behind it.
const TURNS = `SELECT booking_id, channel FROM messages WHERE state IN ('WAITING', 'BEHIND') GROUP BY booking_id, channel
  HAVING sum(CASE WHEN state = 'WAITING' THEN 1 ELSE 0 END) <> 1 LIMIT 1`;

function checkTurns(db: SqliteDatabase): void {
  const [turn] = db.query<{ booking_id: number; channel: string }>(TURNS).all() as { booking_id: number; channel: string }[];
  if (turn) throw new Failure('message turn', `not one message of booking ${turn.booking_id} has its turn by ${turn.channel}`);
}
