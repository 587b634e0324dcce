import type { ReadDatabase } from '../../main/store/database.ts';
import type { SqliteDatabase } from '../../main/store/sqlite.ts';
import { Failure } from './failure.ts';
import type { SeenEvent } from './store-checks.ts';

/** What passengers are told after which event. A change may be an upgrade too, and a hold an offer to who waited. */
const HEARD: Readonly<Record<string, readonly string[]>> = {
  'hold.placed': ['held', 'waitlistOffered'],
  'hold.payLater': ['held'],
  'hold.expired': ['expired'],
  'offer.messagedAgain': ['waitlistOffered'],
  'payment.failed': ['paymentFailed'],
  'booking.confirmed': ['confirmed'],
  'booking.cancelled': ['cancelled'],
  'booking.changed': ['changed', 'upgraded'],
  'booking.split': ['confirmed'],
  'booking.divided': ['changed'],
  'booking.saleUndone': ['cancelled'],
  'booking.cancelUndone': ['confirmed'],
  'booking.changeUndone': ['changed'],
  'booking.flightsChanged': ['flightsChanged'],
};

const MESSAGES = "SELECT event, booking_id, kind FROM messages WHERE event >= ? AND channel = 'push' ORDER BY event";

/** Each of these events that passengers hear of has its message, and no other has one. The webhook hears of all of them. */
export function checkMessages(db: ReadDatabase, events: readonly SeenEvent[]): void {
  const [first] = events;
  if (!first) return;
  const told = (db as SqliteDatabase).query<{ event: number; booking_id: number; kind: string }>(MESSAGES).all(first.event) as {
    event: number;
    booking_id: number;
    kind: string;
  }[];
  const due = events.filter(({ type }) => HEARD[type]);
  for (const [at, { event, type, booking_id }] of due.entries()) {
    const message = told[at];
    if (message?.event !== event || message.booking_id !== booking_id || !HEARD[type]?.includes(message.kind))
      throw new Failure('message', `after event ${event} ${type} of booking ${booking_id} comes ${JSON.stringify(message)}`);
  }
  if (told.length > due.length) throw new Failure('message', `nobody expected ${JSON.stringify(told[due.length])}`);
}
