import type { Screen } from '../stores/navigation-store.ts';
import { BookingPage } from './booking-page.tsx';
import { CustomerPage } from './customer/customer-page.tsx';
import { FindPage } from './find-page.tsx';
import { QueuesPage } from './queues/queues-page.tsx';
import { ReaccommodationPage } from './reaccommodation/reaccommodation-page.tsx';

/** What waits for somebody, or what the carrier changed. Or bookings: found by locator, name, flight, phone or e-mail; then one of them, or a customer with all of them, whole. */
export function ReservationsScreen({ screen }: { screen: Extract<Screen, { name: 'reservations' }> }) {
  if (screen.queues) return <QueuesPage />;
  if (screen.changes !== undefined) return <ReaccommodationPage key={screen.changes.toString()} bookingId={screen.changes} />;
  if (screen.customer) return <CustomerPage key={JSON.stringify(screen.customer)} who={screen.customer} />;
  return screen.bookingId === undefined ? (
    <FindPage screen={screen} />
  ) : (
    <BookingPage key={screen.bookingId} bookingId={screen.bookingId} />
  );
}
