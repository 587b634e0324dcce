import { useSession } from '../client/session-store.ts';
import { toast } from '../parts/toast.tsx';
import { flightsOf } from '../stores/flights-of.ts';
import { useHolds } from '../stores/holds-store.ts';
import { go, type Screen, type ScreenName, useNavigation } from '../stores/navigation-store.ts';
import { firstStopIn, focusScreen } from './focus-screen.ts';

/** The flight as it was left; without one so far the hold that ends first; else none. */
function lastFlight(): Screen | undefined {
  const { last } = useNavigation.getState();
  const { holds } = useHolds.getState();
  const flight = last.flight;
  // A hold that has ended meanwhile is not opened. Its flight is shown.
  if (flight?.bookingId !== undefined && !holds.some(({ bookingId }) => bookingId === flight.bookingId)) {
    const { name, flightIds, back, backCabin, cabin } = flight;
    return { name, flightIds, ...(back ? { back } : {}), ...(backCabin ? { backCabin } : {}), ...(cabin ? { cabin } : {}) };
  }
  if (flight) return flight;
  const [hold] = holds;
  return hold ? { name: 'flight', ...flightsOf(hold.legs), bookingId: hold.bookingId } : undefined;
}

/** The first field of the screen that is shown, or the first stop of its list. */
function focusFirst(): void {
  const main = document.querySelector('main');
  const first = main && [...main.querySelectorAll('[data-first]')].map(firstStopIn).find(Boolean);
  if (first) {
    first.focus();
    if (first instanceof HTMLInputElement) first.select();
  } else focusScreen();
}

/**
 * What an F-key, `G` and a letter, the rail and the command bar do: to the screen as it was left. On that screen already, to its first field or
 * list; in Reservations to the next tab, and from an open booking to the search for another. A screen that cannot be shown says why.
 */
export function goToScreen(name: ScreenName): void {
  const { screen, last } = useNavigation.getState();
  if (name === 'admin' && useSession.getState().session?.role !== 'supervisor') {
    toast('Admin is for supervisors. Ask one to sign in at this desk.', 'other');
    return;
  }
  if (name === 'reservations' && screen.name === 'reservations' && (screen.bookingId !== undefined || screen.customer)) {
    go({ name: 'reservations' });
    return;
  }
  if (name === 'reservations' && screen.name === 'reservations') {
    go({ name: 'reservations', ...(screen.queues ? { changes: true } : screen.changes !== undefined ? {} : { queues: true }) });
    return;
  }
  if (name === screen.name) {
    focusFirst();
    return;
  }
  const target = name === 'flight' ? lastFlight() : (last[name] ?? { name });
  if (target) {
    go(target);
    return;
  }
  toast('No flight is open yet. Choose one in the list and press Enter, or type its number: AA185.', 'other');
  if (screen.name === 'board') focusScreen();
  else go(last.board ?? { name: 'board' });
}
