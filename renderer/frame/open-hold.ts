import type { BookingView } from '../../shared/methods/booking-view.ts';
import { go } from '../stores/navigation-store.ts';

/** Back to a hold of this desk: its names and payment come next. */
export function openHold(hold: BookingView): void {
  const cabin = hold.legs[0]?.cabin;
  go({
    name: 'flight',
    flightIds: hold.legs.map(({ flightId }) => flightId),
    bookingId: hold.bookingId,
    adults: hold.party.filter(({ type }) => type === 'ADT').length,
    children: hold.party.filter(({ type }) => type !== 'ADT').length,
    ...(cabin ? { cabin } : {}),
  });
}
