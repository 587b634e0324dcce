import { announce } from '../parts/announcer.tsx';
import { go } from '../stores/navigation-store.ts';
import type { Find } from './read-find.ts';
import { useReservations } from './reservations-store.ts';

/** Looks, and opens the one booking that a locator names. */
export async function lookAndOpen(find: Find, otherwise: readonly Find[] = []): Promise<void> {
  const found = await useReservations.getState().look(find, otherwise, 'person');
  if (!found) return;
  const only = found[0];
  if (find.by === 'locator' && found.length === 1 && only) go({ name: 'reservations', bookingId: only.bookingId });
  else announce(found.length === 0 ? 'No booking found' : `${found.length} ${found.length === 1 ? 'booking' : 'bookings'} found`);
}
