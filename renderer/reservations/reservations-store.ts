import { create } from 'zustand';
import type { CalledBy } from '../../shared/contract.ts';
import type { JournalEvent } from '../../shared/events.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';
import { applyToFound, type FoundBooking } from './apply-to-booking.ts';
import { type Find, type FindKind, findText } from './read-find.ts';

interface ReservationsState {
  readonly typed: string;
  readonly kind: FindKind;
  /** What was asked last; null before anything was. */
  readonly find: Find | null;
  /** Other things that the same text may mean, offered when nothing is found. */
  readonly otherwise: readonly Find[];
  readonly searching: boolean;
  readonly found: readonly FoundBooking[];
  readonly more: number;
  readonly refusal: Refusal | null;
  type(typed: string): void;
  choose(kind: FindKind): void;
  /** Looks; gives the bookings found, or undefined when refused or overtaken by a newer look. */
  look(find: Find, otherwise?: readonly Find[], by?: CalledBy): Promise<readonly FoundBooking[] | undefined>;
  hear(event: JournalEvent): void;
  clear(): void;
}

const NOTHING_FOUND = { find: null, otherwise: [], searching: false, found: [], more: 0, refusal: null };

export const useReservations = create<ReservationsState>()((set, get) => ({
  typed: '',
  kind: 'any',
  ...NOTHING_FOUND,
  type: (typed) => set({ typed }),
  choose: (kind) => set({ kind }),
  async look(find, otherwise = [], by = 'console') {
    set((state) => ({ ...NOTHING_FOUND, find, otherwise, searching: true, typed: state.typed.trim() || findText(find) }));
    const reply = await call('bookings.find', find, by);
    // A newer look has begun while this one was under way.
    if (get().find !== find) return undefined;
    if (!reply.ok) {
      set({ searching: false, refusal: reply.refusal });
      return undefined;
    }
    set({ searching: false, found: reply.value.bookings, more: reply.value.more });
    return reply.value.bookings;
  },
  hear: (event) =>
    set((state) => {
      const found = applyToFound(state.found, event);
      return found === state.found ? state : { found };
    }),
  clear: () => set({ ...NOTHING_FOUND, typed: '', kind: 'any' }),
}));

// What one person looked up is not for the next one at this counter.
onSessionOver(() => useReservations.getState().clear());
