import type { Screen } from '../stores/navigation-store.ts';
import { BookingPage } from './booking-page.tsx';
import { FindPage } from './find-page.tsx';
import { QueuesPage } from './queues/queues-page.tsx';

/** What waits for somebody. Or bookings: found by locator, name, flight, phone or e-mail; then one of them, whole. */
export function ReservationsScreen({ screen }: { screen: Extract<Screen, { name: 'reservations' }> }) {
  if (screen.queues) return <QueuesPage />;
  return screen.bookingId === undefined ? (
    <FindPage screen={screen} />
  ) : (
    <BookingPage key={screen.bookingId} bookingId={screen.bookingId} />
  );
}
