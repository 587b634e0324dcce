import { announce } from '../parts/announcer.tsx';
import { go, stillHere } from '../stores/navigation-store.ts';
import { type Asked, useReservations } from './reservations-store.ts';

/**
 * Looks, and opens the one booking that there is, unless a record is kept under that name. A locator that may have been misread is never opened
 * by itself, and nothing is opened any more for who went elsewhere meanwhile or types another text.
 */
export async function lookAndOpen(asked: Asked): Promise<void> {
  const isHere = stillHere();
  const found = await useReservations.getState().look(asked, 'person');
  if (!found || !isHere()) return;
  const { typed, more, misread, customers } = useReservations.getState();
  if (typed.trim() !== asked.text.trim()) return;
  // A record that is kept is shown too.
  const kept = customers.some(({ who }) => who.by === 'record');
  const [only] = found;
  if (only && found.length + more + misread.length === 1 && !kept) go({ name: 'reservations', bookingId: only.bookingId });
  else announce(found.length === 0 ? 'No booking found' : `${found.length} ${found.length === 1 ? 'booking' : 'bookings'} found`);
}
