import type { Output } from '../../shared/contract.ts';
import { isAbout } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';
import { followBooking, stateAfter } from '../../shared/follow-booking.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';

export type FoundBooking = Output<'bookings.find'>['bookings'][number];

/** A booking as it stands after an event; the same object when the event is not about it. Names and tenders come with the next look-up. */
export function applyToBooking(booking: BookingView, event: JournalEvent): BookingView {
  if (!isAbout(event, 'booking') || event.data.bookingId !== booking.bookingId) return booking;
  return { ...booking, ...followBooking(booking, event) };
}

/** The found list after an event: the same list when it changes nothing there. */
export function applyToFound(found: readonly FoundBooking[], event: JournalEvent): readonly FoundBooking[] {
  if (!isAbout(event, 'booking')) return found;
  let moved = false;
  const after = found.map((each) => {
    const state = each.bookingId === event.data.bookingId ? stateAfter(each.state, event.type) : each.state;
    if (!state || state === each.state) return each;
    moved = true;
    return { ...each, state };
  });
  return moved ? after : found;
}
