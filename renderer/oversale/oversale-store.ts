import { create } from 'zustand';
import type { Output } from '../../shared/contract.ts';
import { isAbout } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';
import type { Refusal, Reply } from '../../shared/refusals.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import { type Asking, askOnceMore } from '../client/ask-once-more.ts';
import { call } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';

export type OversaleRoom = Output<'oversale.room'>;

interface Place {
  readonly flightId: number;
  readonly cabin: Cabin;
}

interface OversaleState {
  readonly place: Place | null;
  /** Null until the hub answered. */
  readonly room: OversaleRoom | null;
  readonly refusal: Refusal | null;
  readonly asking: Asking;
  open(place: Place): void;
  load(): Promise<void>;
  hear(event: JournalEvent): void;
}

const nothing = () => ({ place: null, room: null, refusal: null, asking: 'no' as const });

export const useOversale = create<OversaleState>()((set, get, store) => ({
  ...nothing(),
  open(place) {
    const before = get().place;
    if (before?.flightId !== place.flightId || before.cabin !== place.cabin) set({ place, room: null, refusal: null });
    void get().load();
  },
  load: () =>
    askOnceMore(store, async () => {
      const { place } = get();
      if (!place) return {};
      const reply = await call('oversale.room', place);
      if (get().place !== place) return 'again';
      return reply.ok ? { room: reply.value, refusal: null } : { refusal: reply.refusal };
    }),
  hear(event) {
    const { room } = get();
    const concerns = (flightId: number): boolean =>
      room?.flightId === flightId || (room?.ways.some((way) => way.flightId === flightId) ?? false);
    if (isAbout(event, 'booking')) {
      if (event.data.legs.some(({ flightId }) => concerns(flightId))) void get().load();
    } else if (['oversale', 'cabin', 'pricing', 'schedule'].some((about) => isAbout(event, about as 'oversale'))) void get().load();
  },
}));

onSessionOver(() => useOversale.setState(nothing()));

/** What came of a step, once the room shows it. */
export async function thenLoaded<Value>(asked: Promise<Reply<Value>>): Promise<Reply<Value>> {
  const reply = await asked;
  await useOversale.getState().load();
  return reply;
}
