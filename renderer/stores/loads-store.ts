import { create } from 'zustand';
import type { JournalEvent, SeatsMoved } from '../../shared/events.ts';
import type { CabinLoad } from '../../shared/methods/flights.ts';
import type { Cabin } from '../../shared/seat-map.ts';

/** The counters of one cabin as the newest event about it left them. */
export interface LiveLoad {
  readonly authorised: number;
  readonly held: number;
  readonly sold: number;
  readonly changedAt: number;
  /** In a few words: `2 sold`, `1 held`, `3 free again`. */
  readonly change: string;
}
export type LiveLoads = ReadonlyMap<string, LiveLoad>;

export const loadKey = (flightId: number, cabin: Cabin): string => `${flightId}${cabin}`;

function changeText(type: JournalEvent['type'], moved: SeatsMoved): string {
  const seats = moved.seats.length;
  switch (type) {
    case 'hold.placed':
      return `${seats} held`;
    case 'booking.confirmed':
      return `${seats} sold`;
    case 'hold.released':
    case 'hold.expired':
    case 'payment.failed':
    case 'booking.cancelled':
      return `${seats} free again`;
    default:
      return '';
  }
}

/** What the loads are after these events. The same map comes back when none of them moved a seat. */
export function applyEvents(loads: LiveLoads, events: readonly JournalEvent[]): LiveLoads {
  let changed: Map<string, LiveLoad> | undefined;
  for (const event of events) {
    if (!('legs' in event.data)) continue;
    for (const moved of event.data.legs) {
      const change = changeText(event.type, moved);
      if (change === '') continue;
      changed ??= new Map(loads);
      const { authorised, held, sold } = moved;
      changed.set(loadKey(moved.flightId, moved.cabin), { authorised, held, sold, changedAt: event.at, change });
    }
  }
  return changed ?? loads;
}

/** What the loads are after this event. */
export const applyEvent = (loads: LiveLoads, event: JournalEvent): LiveLoads => applyEvents(loads, [event]);

export const useLoads = create<{ loads: LiveLoads }>(() => ({ loads: new Map() }));

export const hearLoads = (events: readonly JournalEvent[]): void =>
  useLoads.setState(({ loads }) => ({ loads: applyEvents(loads, events) }));
export const forgetLoads = (): void => useLoads.setState({ loads: new Map() });

/** Live counters of a cabin over those of an answer of the desk. Renders anew only when this cabin moved. */
export function useCabinLoad(flightId: number, cabin: Cabin, fallback: CabinLoad): CabinLoad & { changedAt?: number; change?: string } {
  const live = useLoads(({ loads }) => loads.get(loadKey(flightId, cabin)));
  return live ? { ...fallback, ...live } : fallback;
}
