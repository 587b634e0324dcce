import type { Output } from '../../shared/contract.ts';
import type { JournalEvent } from '../../shared/events.ts';
import type { BookingState, BookingView } from '../../shared/methods/booking-view.ts';

export type FoundBooking = Output<'bookings.find'>['bookings'][number];

const BECOMES: Partial<Record<JournalEvent['type'], BookingState>> = {
  'hold.placed': 'HOLD',
  'hold.released': 'RELEASED',
  'hold.expired': 'EXPIRED',
  'payment.failed': 'PAYMENT_FAILED',
  'booking.confirmed': 'CONFIRMED',
  'booking.cancelled': 'CANCELLED',
};

/** The booking that an event is about, or undefined: events of users and settings are about none. */
export const bookingOf = (event: JournalEvent): number | undefined => ('bookingId' in event.data ? event.data.bookingId : undefined);

/** A booking as it stands after an event; the same object when the event is not about it. Names and tenders come with the next look-up. */
export function applyToBooking(booking: BookingView, event: JournalEvent): BookingView {
  if (bookingOf(event) !== booking.bookingId || !('expiresAt' in event.data)) return booking;
  const state = BECOMES[event.type] ?? booking.state;
  return {
    ...booking,
    state,
    expiresAt: state === 'HOLD' ? event.data.expiresAt : null,
    extended: booking.extended || event.type === 'hold.extended',
    payingSince: event.type === 'payment.begun' ? event.at : state === 'HOLD' ? booking.payingSince : null,
    refunded: event.type === 'booking.cancelled' ? booking.refunded + event.data.amount : booking.refunded,
  };
}

/** The found list after an event: the same list when it changes nothing there. */
export function applyToFound(found: readonly FoundBooking[], event: JournalEvent): readonly FoundBooking[] {
  const about = bookingOf(event);
  const state = BECOMES[event.type];
  if (!state || !found.some((each) => each.bookingId === about && each.state !== state)) return found;
  return found.map((each) => (each.bookingId === about ? { ...each, state } : each));
}
