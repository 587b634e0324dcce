import { create } from 'zustand';
import type { Output } from '../../shared/contract.ts';
import { isAbout } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';
import type { Refusal, Reply } from '../../shared/refusals.ts';
import type { Cabin } from '../../shared/seat-map.ts';
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
  readonly asking: 'no' | 'once' | 'again';
  open(place: Place): void;
  load(): Promise<void>;
  hear(event: JournalEvent): void;
}

const nothing = () => ({ place: null, room: null, refusal: null, asking: 'no' as const });

export const useOversale = create<OversaleState>()((set, get) => ({
  ...nothing(),
  open(place) {
    const before = get().place;
    if (before?.flightId !== place.flightId || before.cabin !== place.cabin) set({ place, room: null, refusal: null });
    void get().load();
  },
  /** Calls that come while one is under way are answered by one more. */
  async load() {
    if (get().asking !== 'no') {
      set({ asking: 'again' });
      return;
    }
    do {
      const { place } = get();
      if (!place) break;
      set({ asking: 'once' });
      const reply = await call('oversale.room', place);
      // The session is over, so this answer is dropped.
      if (get().asking === 'no') return;
      if (get().place !== place) set({ asking: 'again' });
      else set(reply.ok ? { room: reply.value, refusal: null } : { refusal: reply.refusal });
    } while (get().asking === 'again');
    set({ asking: 'no' });
  },
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
