import { create } from 'zustand';
import type { CalledBy } from '../../shared/contract.ts';
import type { JournalEvent } from '../../shared/events.ts';
import type { FoundOnly } from '../../shared/methods/bookings.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';
import type { ReadAsked } from '../format/read-asked.ts';
import { applyToFound, type FoundBooking } from './apply-to-booking.ts';

/** A text that was looked for, and how it was read. */
export interface Asked extends ReadAsked {
  readonly text: string;
}

interface ReservationsState {
  readonly typed: string;
  /** The bookings that the next look keeps, unless the text says others. */
  readonly which: FoundOnly | 'ALL';
  /** What was asked last; null before anything was. */
  readonly asked: Asked | null;
  readonly searching: boolean;
  /** When the hub answered, by this computer's clock; null before it did. */
  readonly answeredAt: number | null;
  readonly found: readonly FoundBooking[];
  readonly more: number;
  /** False when there may be still more than `more`. */
  readonly counted: boolean;
  /** Locators that the typed one may stand for. */
  readonly misread: readonly string[];
  readonly refusal: Refusal | null;
  type(typed: string): void;
  choose(which: FoundOnly | 'ALL'): void;
  /** Looks; gives the bookings found, or undefined when refused or overtaken by a newer look. */
  look(asked: Asked, by?: CalledBy): Promise<readonly FoundBooking[] | undefined>;
  hear(event: JournalEvent): void;
  clear(): void;
}

const NOTHING_FOUND = { asked: null, searching: false, answeredAt: null, found: [], more: 0, counted: true, misread: [], refusal: null };

export const useReservations = create<ReservationsState>()((set, get) => ({
  typed: '',
  which: 'ALL',
  ...NOTHING_FOUND,
  type: (typed) => set({ typed }),
  choose: (which) => set({ which }),
  async look(asked, by = 'console') {
    const { only } = asked;
    set((state) => ({ ...NOTHING_FOUND, asked, searching: true, typed: state.typed.trim() || asked.text, which: only ?? 'ALL' }));
    const reply = await call('bookings.find', { anyOf: [...asked.anyOf], ...(only ? { only } : {}) }, by);
    // A newer look has begun while this one was under way.
    if (get().asked !== asked) return undefined;
    if (!reply.ok) {
      set({ searching: false, refusal: reply.refusal });
      return undefined;
    }
    const { bookings, more, counted, misread } = reply.value;
    set({ searching: false, answeredAt: Date.now(), found: bookings, more, counted, misread });
    return bookings;
  },
  hear: (event) =>
    set((state) => {
      const found = applyToFound(state.found, event);
      return found === state.found ? state : { found };
    }),
  clear: () => set({ ...NOTHING_FOUND, typed: '', which: 'ALL' }),
}));

// What one person looked up is not for the next one at this counter.
onSessionOver(() => useReservations.getState().clear());
