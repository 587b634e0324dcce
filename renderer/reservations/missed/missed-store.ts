import { create } from 'zustand';
import type { BookedLeg, BookingView } from '../../../shared/methods/booking-view.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import { call, newRequestId } from '../../client/client.ts';
import { onSessionOver } from '../../client/on-session-over.ts';
import { announce } from '../../parts/announcer.tsx';
import { useBooking } from '../booking-store.ts';

/** By whose fault a flight was missed; none: it was not. */
export type Fault = NonNullable<BookedLeg['missed']> | 'none';

interface MissedState {
  /** The booking that is asked about; null while nothing is asked. */
  readonly bookingId: number | null;
  readonly sending: boolean;
  readonly refusal: Refusal | null;
  open(bookingId: number): void;
  close(): void;
  /** Sends it once, however often it is pressed. */
  say(booking: BookingView, leg: BookedLeg, fault: Fault, reason: string): Promise<void>;
}

const CLOSED = { bookingId: null, sending: false, refusal: null };

/** What is said at the counter of a flight that left without passengers of a booking. */
export const useMissed = create<MissedState>()((set, get) => ({
  ...CLOSED,
  open: (bookingId) => set({ ...CLOSED, bookingId }),
  close: () => set(CLOSED),
  async say({ bookingId, locator }, { segment, flight }, fault, reason) {
    // The second Enter of a hurried hand may come when it is said already, and the dialog is still there.
    if (get().sending || get().bookingId !== bookingId) return;
    set({ sending: true, refusal: null });
    const by = fault === 'none' ? null : fault;
    const reply = await call('bookings.missed', { requestId: newRequestId(), bookingId, segment, by, reason }, 'person');
    if (get().bookingId !== bookingId) return;
    if (!reply.ok) {
      set({ sending: false, refusal: reply.refusal });
      return;
    }
    useBooking.getState().take(reply.value);
    announce(by ? `${locator} missed ${flight}` : `${locator} did not miss ${flight}`);
    set(CLOSED);
  },
}));

onSessionOver(() => useMissed.setState(CLOSED));
