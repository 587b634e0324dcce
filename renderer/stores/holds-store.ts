import { create } from 'zustand';
import type { JournalEvent } from '../../shared/events.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import { call } from '../client/client.ts';

interface Holds {
  /** Live holds of this desk, oldest deadline first. */
  holds: readonly BookingView[];
  /** Whether the desk has been asked yet. */
  loaded: boolean;
}

export const useHolds = create<Holds>(() => ({ holds: [], loaded: false }));

/** What an event makes of the holds of `desk`. `reload`: the desk must be asked, because the event tells too little. */
export function applyEvent(
  holds: readonly BookingView[],
  event: JournalEvent,
  desk: string,
): { holds: readonly BookingView[]; reload: boolean } {
  if (!('bookingId' in event.data) || event.data.desk !== desk) return { holds, reload: false };
  const { bookingId, expiresAt } = event.data;
  switch (event.type) {
    case 'hold.placed':
      return { holds, reload: true };
    case 'hold.extended':
      return {
        holds: inOrder(holds.map((hold) => (hold.bookingId === bookingId ? { ...hold, expiresAt, extended: true } : hold))),
        reload: true,
      };
    case 'payment.begun':
      return { holds: holds.map((hold) => (hold.bookingId === bookingId ? { ...hold, payingSince: event.at } : hold)), reload: true };
    case 'hold.released':
    case 'hold.expired':
    case 'payment.failed':
    case 'booking.confirmed':
    case 'booking.cancelled':
      return { holds: holds.filter((hold) => hold.bookingId !== bookingId), reload: false };
    default:
      return { holds, reload: false };
  }
}

const inOrder = (holds: readonly BookingView[]): BookingView[] => [...holds].sort((a, b) => (a.expiresAt ?? 0) - (b.expiresAt ?? 0));

let loading = false;
let loadAgain = false;

/** Asks the desk for its live holds. Calls that come while one is under way are answered by one more. */
export async function loadHolds(): Promise<void> {
  if (loading) {
    loadAgain = true;
    return;
  }
  loading = true;
  do {
    loadAgain = false;
    const reply = await call('holds.ofDesk', {});
    if (reply.ok && !loadAgain) useHolds.setState({ holds: inOrder(reply.value.holds), loaded: true });
  } while (loadAgain);
  loading = false;
}

export function hearEvents(events: readonly JournalEvent[], desk: string): void {
  let reload = false;
  const before = useHolds.getState().holds;
  let holds = before;
  for (const event of events) {
    const applied = applyEvent(holds, event, desk);
    holds = applied.holds;
    reload ||= applied.reload;
  }
  if (holds !== before) {
    useHolds.setState({ holds });
    // An answer on its way may be older than what was just heard.
    if (loading) loadAgain = true;
  }
  if (reload) void loadHolds();
}

export const forgetHolds = (): void => useHolds.setState({ holds: [], loaded: false });
