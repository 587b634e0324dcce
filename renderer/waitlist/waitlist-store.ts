import { create } from 'zustand';
import type { Output } from '../../shared/contract.ts';
import { isAbout } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';
import type { WaitEntry } from '../../shared/methods/waitlist.ts';
import type { Refusal } from '../../shared/refusals.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import { type Asking, askOnceMore } from '../client/ask-once-more.ts';
import { call } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';

/** A cabin of a flight, whose list is shown. */
export interface ListPlace {
  readonly flightId: number;
  readonly cabin: Cabin;
}
export type WaitLists = Output<'waitlist.flights'>;
export type OneList = Output<'waitlist.of'>;

interface WaitlistState {
  /** Null until the hub answered. */
  readonly lists: WaitLists | null;
  readonly list: OneList | null;
  readonly refusal: Refusal | null;
  readonly place: ListPlace | null;
  /** The party that was chosen; the one that is shown may be another while this one is not there. */
  readonly chosen: number | null;
  readonly asking: Asking;
  load(): Promise<void>;
  show(place: ListPlace): void;
  choose(entryId: number): void;
  hear(event: JournalEvent): void;
}

const nothing = () => ({ lists: null, list: null, refusal: null, place: null, chosen: null, asking: 'no' as const });

export const useWaitlist = create<WaitlistState>()((set, get, store) => ({
  ...nothing(),
  load: () =>
    askOnceMore(store, async () => {
      const lists = await call('waitlist.flights', {});
      if (!lists.ok) return { refusal: lists.refusal };
      // The session is over, so nothing more is asked.
      if (get().asking === 'no') return {};
      const [first] = lists.value.lists;
      const place = get().place ?? (first ? { flightId: first.flightId, cabin: first.cabin } : null);
      const list = place && (await call('waitlist.of', place));
      return {
        ...{ lists: lists.value, place: get().place ?? place, refusal: list && !list.ok ? list.refusal : null },
        list: list?.ok ? list.value : null,
      };
    }),
  show(place) {
    const before = get().place;
    if (before?.flightId === place.flightId && before.cabin === place.cabin) return;
    set({ place, chosen: null });
    void get().load();
  },
  choose: (chosen) => set({ chosen }),
  hear(event) {
    if (isAbout(event, 'booking')) {
      const { lists, place } = get();
      const shown = (id: number): boolean => place?.flightId === id || (lists?.lists.some(({ flightId }) => flightId === id) ?? false);
      if (event.data.legs.some(({ flightId }) => shown(flightId))) void get().load();
    } else if (['waitlist', 'cabin', 'pricing', 'setting', 'schedule'].some((about) => isAbout(event, about as 'waitlist')))
      void get().load();
  },
}));

/** The party that is shown: the one that was chosen, else the first with an offer, else the first. */
export function shownEntry({ list, chosen }: Pick<WaitlistState, 'list' | 'chosen'>): WaitEntry | undefined {
  const entries = list?.entries ?? [];
  return entries.find(({ entryId }) => entryId === chosen) ?? entries.find(({ offer }) => offer) ?? entries[0];
}

onSessionOver(() => useWaitlist.setState(nothing()));
