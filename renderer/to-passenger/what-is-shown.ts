import type { PassengerView } from '../../shared/methods/passenger.ts';
import { useBooking } from '../reservations/booking-store.ts';
import { useChange } from '../reservations/change/change-store.ts';
import { shownRow, useDesk } from '../reservations/reaccommodation/desk-store.ts';
import { useSale } from '../sale/sale-store.ts';
import { useQuotes } from '../seats/quote-store.ts';
import { useSeats } from '../seats/seat-store.ts';
import { type Screen, useNavigation } from '../stores/navigation-store.ts';
import { languageOf, useBookingLanguage } from './booking-language.ts';
import { cancelShown, changeShown } from './change-shown.ts';
import { saleShown } from './sale-shown.ts';
import { waysShown } from './ways-shown.ts';

/** The stores that this is read from. */
export const READ = [useNavigation, useSale, useSeats, useQuotes, useBooking, useChange, useDesk, useBookingLanguage] as const;

/** What the agent has open for the passengers at this desk; null: nothing, or what is none of theirs. */
export function whatIsShown(): PassengerView | null {
  const { screen } = useNavigation.getState();
  switch (screen.name) {
    case 'flight': {
      const { sale } = useSale.getState();
      return sale && saleShown(sale, { flights: useSeats.getState().flights, quotes: useQuotes.getState().quotes });
    }
    case 'reservations':
      return bookingOnScreen(screen);
    default:
      return null;
  }
}

/**
 * A booking that is only looked at is not shown: it may be another customer's, who is on the phone. It is shown once somebody begins to change or
 * cancel it, or looks for ways on for this booking alone.
 */
function bookingOnScreen(screen: Extract<Screen, { name: 'reservations' }>): PassengerView | null {
  const id = screen.bookingId ?? (typeof screen.changes === 'number' ? screen.changes : undefined);
  const { booking, quote, confirmed } = useBooking.getState();
  if (id === undefined || screen.queues || screen.customer || booking?.bookingId !== id) return null;
  const language = () => languageOf(id);
  if (screen.changes !== undefined) {
    const { kept, accepted, rows, chosen } = useDesk.getState();
    const row = shownRow({ rows, chosen });
    const spoken = row?.bookingId === id ? language() : null;
    return row && spoken ? waysShown(booking, row, { kept, accepted }, spoken) : null;
  }
  const change = useChange.getState();
  const offer = booking.state === 'CANCELLED' ? confirmed : booking.state === 'CONFIRMED' ? quote : null;
  const isChanging = change.bookingId === id && change.kind !== null && booking.state === 'CONFIRMED';
  if (!offer && !isChanging) return null;
  const spoken = language();
  if (!spoken) return null;
  return isChanging
    ? changeShown(booking, change, useSeats.getState().flights, spoken)
    : offer && cancelShown(booking, offer, booking.state === 'CANCELLED', spoken);
}
