import type { Screen } from '../stores/navigation-store.ts';
import { BookingPage } from './booking-page.tsx';
import { FindPage } from './find-page.tsx';

/** Bookings: found by locator, name, flight, phone or e-mail; then one of them, whole. */
export function ReservationsScreen({ screen }: { screen: Extract<Screen, { name: 'reservations' }> }) {
  return screen.bookingId === undefined ? (
    <FindPage screen={screen} />
  ) : (
    <BookingPage key={screen.bookingId} bookingId={screen.bookingId} />
  );
}
