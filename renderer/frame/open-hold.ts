import type { BookingView } from '../../shared/methods/booking-view.ts';
import { flightsOf } from '../stores/flights-of.ts';
import { go } from '../stores/navigation-store.ts';

/** Back to a hold of this desk: its names and payment come next. */
export function openHold(hold: BookingView): void {
  go({
    name: 'flight',
    ...flightsOf(hold.legs),
    bookingId: hold.bookingId,
    adults: hold.party.filter(({ type }) => type === 'ADT').length,
    children: hold.party.filter(({ type }) => type !== 'ADT').length,
  });
}
