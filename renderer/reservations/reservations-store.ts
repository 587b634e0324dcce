import { create } from 'zustand';
import type { CalledBy } from '../../shared/contract.ts';
import type { JournalEvent } from '../../shared/events.ts';
import type { FoundOnly } from '../../shared/methods/bookings.ts';
import type { FoundCustomer } from '../../shared/methods/customers.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call, feed } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';
import type { ReadAsked } from '../format/read-asked.ts';
import { applyToFound, type FoundBooking } from './apply-to-booking.ts';

/** A text that was looked for, and how it was read. */
export interface Asked extends ReadAsked {
  readonly text: string;
  /** Whether `only` was chosen beside the field; else the text says it, and the next text may say nothing. */
  readonly chosen?: boolean;
}

interface ReservationsState {
  readonly typed: string;
  /** The bookings that the next look keeps, unless the text says others. */
  readonly which: FoundOnly | 'ALL';
  /** What was asked last; null before anything was. */
  readonly asked: Asked | null;
  readonly searching: boolean;
  /** The newest event that was known when it was asked. */
  readonly askedAt: number | undefined;
  /** When the hub answered, by this computer's clock; null before it did. */
  readonly answeredAt: number | null;
  readonly found: readonly FoundBooking[];
  readonly more: number;
  /** Who was found by the same text, and whether there may be more of them. */
  readonly customers: readonly FoundCustomer[];
  readonly moreCustomers: boolean;
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

const NOTHING_FOUND = {
  asked: null,
  searching: false,
  askedAt: undefined,
  answeredAt: null,
  found: [],
  more: 0,
  counted: true,
  misread: [],
  refusal: null,
  customers: [],
  moreCustomers: false,
};

/** Customers by the readings that may be of one. */
async function findPeople({ anyOf, only }: Asked): Promise<{ readonly customers: readonly FoundCustomer[]; readonly more: boolean }> {
  const readings = only ? [] : anyOf.flatMap((find) => (find.by === 'name' || find.by === 'phone' || find.by === 'email' ? [find] : []));
  const reply = readings.length > 0 ? await call('customers.find', { anyOf: readings, kept: false }) : undefined;
  return reply?.ok ? reply.value : { customers: [], more: false };
}

export const useReservations = create<ReservationsState>()((set, get) => ({
  typed: '',
  which: 'ALL',
  ...NOTHING_FOUND,
  type: (typed) => set(({ asked, which }) => ({ typed, which: asked?.only && !asked.chosen && typed !== asked.text ? 'ALL' : which })),
  choose: (which) => set({ which }),
  async look(asked, by = 'console') {
    const { only } = asked;
    set((state) => ({
      ...NOTHING_FOUND,
      asked,
      askedAt: feed.known,
      searching: true,
      typed: state.typed.trim() || asked.text,
      which: only ?? 'ALL',
    }));
    const [reply, people] = await Promise.all([
      call('bookings.find', { anyOf: [...asked.anyOf], ...(only ? { only } : {}) }, by),
      findPeople(asked),
    ]);
    // A newer look has begun while this one was under way.
    if (get().asked !== asked) return undefined;
    if (!reply.ok) {
      set({ searching: false, refusal: reply.refusal });
      return undefined;
    }
    const { bookings, more, counted, misread } = reply.value;
    set({
      searching: false,
      answeredAt: Date.now(),
      found: bookings,
      more,
      counted,
      misread,
      customers: people.customers,
      moreCustomers: people.more,
    });
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
