import { isOfBooking } from './event-effects.ts';
import type { BookingEventType, EventType } from './events.ts';
import type { MessageKind } from './message-kinds.ts';

/** What passengers, and the activity of the console, are told after each event; null: nothing. A change is told as an upgrade where it is one, a hold as an offer where it is
 * held for a party that waited. */
const MESSAGE_OF_EVENT: Readonly<Record<BookingEventType, MessageKind | null>> = {
  'hold.placed': 'held',
  'hold.extended': null,
  // Only now is it known who travels.
  'hold.payLater': 'held',
  // It has minutes, and whoever is to pay stands at the counter.
  'hold.shortened': null,
  'hold.takenOver': null,
  'hold.released': null,
  'hold.expired': 'expired',
  'payment.begun': null,
  'payment.renewed': null,
  // The passenger stands at the counter and takes another tender.
  'payment.tenderFailed': null,
  'payment.failed': 'paymentFailed',
  'payment.reversalDue': null,
  'payment.reversed': null,
  'payment.refunded': null,
  'payment.stuck': null,
  'payment.triedAgain': null,
  'booking.confirmed': 'confirmed',
  'booking.quoted': null,
  'booking.changeQuoted': null,
  'receipt.printed': null,
  'booking.cancelled': 'cancelled',
  'booking.seatsGiven': null,
  'hold.merged': null,
  'hold.protected': null,
  'booking.changed': 'changed',
  'booking.seated': 'changed',
  'hold.seated': null,
  // The counter tells them when a seat is found, or when none is.
  'booking.unseated': null,
  'hold.unseated': null,
  // They stand at the counter.
  'booking.missed': null,
  // Those who left a booking have one of their own now.
  'booking.split': 'confirmed',
  'booking.divided': 'changed',
  'booking.saleUndone': 'cancelled',
  'booking.cancelUndone': 'confirmed',
  'booking.changeUndone': 'changed',
  'booking.flightsChanged': 'flightsChanged',
  'way.kept': null,
  'way.lapsed': null,
  'booking.reaccommodated': 'reaccommodated',
  'message.sent': null,
  'message.stuck': null,
  'message.sentAgain': null,
  'message.wished': null,
  'offer.messagedAgain': 'waitlistOffered',
  'offer.called': null,
};

export const messageOfEvent = (type: EventType): MessageKind | null => (isOfBooking(type) ? MESSAGE_OF_EVENT[type] : null);
