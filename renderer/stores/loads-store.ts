import { create } from 'zustand';
import type { SeatEffect } from '../../shared/event-effect.ts';
import { bookingEffect, type EventAbout, isAbout } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';
import { SECOND_MS } from '../../shared/instants.ts';
import type { CabinLoad } from '../../shared/methods/flights.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import { feed } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';

/** How long a change is marked on the screen. */
export const CHANGE_SHOWN_MS = 10 * SECOND_MS;

/** The counters of one cabin as the newest event about it left them. */
export interface LiveLoad {
  readonly flightId: number;
  readonly authorised: number;
  readonly held: number;
  readonly sold: number;
  readonly changedAt: number;
  /** In a few words: `2 sold`, `1 held`, `3 free again`. */
  readonly change: string;
}
export type LiveLoads = ReadonlyMap<string, LiveLoad>;
/** Flight ids. A board of a whole country has tens of thousands, so the set is made once and kept with its answer. */
export type Flights = ReadonlySet<number>;

interface LoadsStore {
  /**
   * Loads of the flights that are shown. The map is changed in place, and `version` counts the changes: copying the loads of a board of all
   * airports took six milliseconds an event. So a selector must pick loads out of the map, and never the map itself.
   */
  readonly loads: Map<string, LiveLoad>;
  /** When each flight changed last, of those that changed lately. The oldest change comes first. */
  readonly recent: Map<number, number>;
  readonly version: number;
  /** What each part of the console shows. Loads of other flights are not kept. */
  readonly shown: Readonly<Record<'board' | 'flight' | 'oversale', readonly Flights[]>>;
  /** How many answers are awaited. Until they are here nobody knows which flights will be shown, so all loads are kept. */
  readonly asking: number;
  /** The newest event that was known when the first of them was asked for. What came since then is told of the flights that they bring. */
  readonly askedAt: number | undefined;
}

const nothing = () => ({ loads: new Map(), recent: new Map(), version: 0, shown: { board: [], flight: [], oversale: [] } });

export const useLoads = create<LoadsStore>(() => ({ ...nothing(), asking: 0, askedAt: undefined }));

export const loadKey = (flightId: number, cabin: Cabin): string => `${flightId}${cabin}`;

/** What is told of the seats of an event; null where the counters stay as they are. */
const WORDS: Readonly<Record<SeatEffect, string | null>> = {
  none: null,
  hold: 'held',
  keep: null,
  sell: 'sold',
  release: 'free again',
  cancel: 'free again',
  give: 'free again',
  change: 'sold',
  pass: null,
};

const isShown = ({ shown }: Pick<LoadsStore, 'shown'>, flightId: number): boolean =>
  shown.board.some((flights) => flights.has(flightId)) ||
  shown.flight.some((flights) => flights.has(flightId)) ||
  shown.oversale.some((flights) => flights.has(flightId));

function forgetOld(recent: Map<number, number>, now: number): void {
  for (const [flightId, at] of recent) {
    if (now - at < CHANGE_SHOWN_MS) return;
    recent.delete(flightId);
  }
}

type CountersTold = Omit<LiveLoad, 'changedAt'> & { readonly cabin: Cabin };

function cabinWords({ type, data }: EventAbout<'cabin'>): string {
  if (type === 'cabin.authorised') return `${data.authorised} authorised`;
  return `${data.seats.length} ${type === 'seats.blocked' ? 'blocked' : 'free again'}`;
}

/** The counters of cabins that an event changed, and how in words. */
function countersTold(event: JournalEvent): readonly CountersTold[] {
  if (isAbout(event, 'cabin')) return [{ ...event.data, change: cabinWords(event) }];
  if (!isAbout(event, 'booking')) return [];
  const word = WORDS[bookingEffect(event.type).seats];
  return word === null ? [] : event.data.legs.map((leg) => ({ ...leg, change: `${leg.seats.length} ${word}` }));
}

/** Takes the counters that these events tell; one update of the store, and none when they changed no cabin that is shown. */
export function hearLoads(events: readonly JournalEvent[]): void {
  const now = useLoads.getState();
  const { loads, recent, asking } = now;
  let moves = 0;
  for (const event of events)
    for (const { flightId, cabin, authorised, held, sold, change } of countersTold(event)) {
      if (asking === 0 && !isShown(now, flightId)) continue;
      loads.set(loadKey(flightId, cabin), { flightId, authorised, held, sold, changedAt: event.at, change });
      // To the end: the order is that of the changes.
      recent.delete(flightId);
      recent.set(flightId, event.at);
      moves += 1;
    }
  if (moves === 0) return;
  forgetOld(recent, events.at(-1)?.at ?? 0);
  useLoads.setState(({ version }) => ({ version: version + 1 }));
}

function keepShown(): void {
  const now = useLoads.getState();
  if (now.asking > 0) return;
  for (const [key, { flightId }] of now.loads) {
    if (isShown(now, flightId)) continue;
    now.loads.delete(key);
    now.recent.delete(flightId);
  }
}

/** From now on this part of the console shows these flights and no others. */
export function showLoads(where: keyof LoadsStore['shown'], flights: readonly Flights[]): void {
  useLoads.setState(({ shown }) => ({ shown: { ...shown, [where]: flights } }));
  keepShown();
}

/** Keeps all loads while flights are asked for: what is heard meanwhile may be newer than the answer. */
export async function keepLoadsWhile<Value>(ask: () => Promise<Value>): Promise<Value> {
  useLoads.setState(({ asking, askedAt }) => ({ asking: asking + 1, askedAt: asking === 0 ? feed.known : askedAt }));
  try {
    return await ask();
  } finally {
    useLoads.setState(({ asking }) => ({ asking: asking - 1 }));
    keepShown();
  }
}

/** Forgets the counters; what is shown stays shown. */
export const forgetLoads = (): void => useLoads.setState(({ shown, version }) => ({ ...nothing(), shown, version: version + 1 }));

onSessionOver(() => useLoads.setState(nothing()));

/** The counters of a cabin: those of the newest event, else those of the hub's answer. Renders again only when this cabin changed. */
export function useCabinLoad(flightId: number, cabin: Cabin, fallback: CabinLoad): CabinLoad & { changedAt?: number; change?: string } {
  const live = useLoads(({ loads }) => loads.get(loadKey(flightId, cabin)));
  return live ? { ...fallback, ...live } : fallback;
}
