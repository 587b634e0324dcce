import { create } from 'zustand';
import type { Output } from '../../../shared/contract.ts';
import { isAbout } from '../../../shared/event-effects.ts';
import type { MessageWishes } from '../../../shared/methods/messages.ts';
import type { Heard } from '../../../shared/notices.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import { call, newRequestId } from '../../client/client.ts';
import { onSessionOver } from '../../client/on-session-over.ts';

interface BookingMessages {
  /** The booking whose messages are shown; null while none are. */
  readonly bookingId: number | null;
  /** Null until the hub answered. */
  readonly told: Output<'messages.ofBooking'> | null;
  /** Why they could not be read. */
  readonly refusal: Refusal | null;
  open(bookingId: number): Promise<void>;
  close(): void;
  hear(heard: Heard): void;
  reload(): Promise<void>;
  /** Sets what the passengers wish. Why not; null when it is set. */
  wish(wishes: MessageWishes): Promise<Refusal | null>;
}

const CLOSED = { bookingId: null, told: null, refusal: null };

/** The messages of the booking on the screen, while somebody looks at them. */
export const useBookingMessages = create<BookingMessages>()((set, get) => {
  let asked = 0;
  async function reload(): Promise<void> {
    const { bookingId } = get();
    if (bookingId === null) return;
    asked += 1;
    const mine = asked;
    const reply = await call('messages.ofBooking', { bookingId });
    // A newer answer is on its way, or nobody looks any more.
    if (mine !== asked || get().bookingId !== bookingId) return;
    set(reply.ok ? { told: reply.value, refusal: null } : { told: null, refusal: reply.refusal });
  }
  return {
    ...CLOSED,
    async open(bookingId) {
      set({ ...CLOSED, bookingId });
      await reload();
    },
    close: () => set(CLOSED),
    hear(heard) {
      const { bookingId } = get();
      if (bookingId === null) return;
      const isOurs =
        'notice' in heard ? heard.type === 'messages.changed' : isAbout(heard, 'booking') && heard.data.bookingId === bookingId;
      if (isOurs) void reload();
    },
    reload,
    async wish(wishes) {
      const { bookingId } = get();
      if (bookingId === null) return null;
      const reply = await call('messages.wish', { requestId: newRequestId(), bookingId, ...wishes }, 'person');
      await reload();
      return reply.ok ? null : reply.refusal;
    },
  };
});

onSessionOver(() => useBookingMessages.setState(CLOSED));
