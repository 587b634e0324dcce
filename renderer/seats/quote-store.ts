import { useEffect } from 'react';
import { create } from 'zustand';
import { QUOTE_WAIT_MS_MAX } from '../../shared/bounds.ts';
import type { Output } from '../../shared/contract.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import { call } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';
import { useSeats } from './seat-store.ts';

export type Quote = Output<'pricing.quote'>;

interface QuoteStore {
  /** What one adult would pay now, by flight and cabin, as the hub last said. */
  readonly quotes: Readonly<Record<string, Quote>>;
  /** Questions that wait until no seat has moved for a moment: since when the price may be old, and the timer. */
  readonly waiting: Readonly<Record<string, { readonly since: number; readonly timer: ReturnType<typeof setTimeout> }>>;
  /** Counts the questions, and tells of each cabin which of them was answered last: an earlier one's answer changes nothing. */
  readonly asked: number;
  readonly answered: Readonly<Record<string, number>>;
  /** Counts how often all was forgotten: an answer from before is dropped. */
  readonly round: number;
}

export const useQuotes = create<QuoteStore>(() => ({ quotes: {}, waiting: {}, asked: 0, answered: {}, round: 0 }));

export const quoteKey = (flightId: number, cabin: Cabin): string => `${flightId}${cabin}`;

/** Seats move in bursts. The price is asked for when none has moved for so long. */
const SETTLE_MS = 120;

async function ask(flightId: number, cabin: Cabin): Promise<void> {
  const key = quoteKey(flightId, cabin);
  useQuotes.setState(({ waiting, asked }) => {
    const { [key]: _, ...others } = waiting;
    return { waiting: others, asked: asked + 1 };
  });
  const { asked: mine, round } = useQuotes.getState();
  const reply = await call('pricing.quote', { flightId, cabin });
  useQuotes.setState((now) => {
    if (!reply.ok || now.round !== round || (now.answered[key] ?? 0) > mine) return now;
    return { quotes: { ...now.quotes, [key]: reply.value }, answered: { ...now.answered, [key]: mine } };
  });
}

/** The price of a cabin may have changed: asks once the seats have settled, or after QUOTE_WAIT_MS_MAX when they never do. */
export function renewQuote(flightId: number, cabin: Cabin): void {
  const key = quoteKey(flightId, cabin);
  const { waiting, quotes } = useQuotes.getState();
  const before = waiting[key];
  clearTimeout(before?.timer);
  const now = Date.now();
  const since = before?.since ?? now;
  const wait = quotes[key] ? Math.max(0, Math.min(SETTLE_MS, since + QUOTE_WAIT_MS_MAX - now)) : 0;
  const timer = setTimeout(() => void ask(flightId, cabin), wait);
  useQuotes.setState({ waiting: { ...waiting, [key]: { since, timer } } });
}

/** The flight is no longer shown: its prices would be old when it is opened again. */
export function forgetQuotes(): void {
  const { waiting } = useQuotes.getState();
  for (const { timer } of Object.values(waiting)) clearTimeout(timer);
  useQuotes.setState(({ round }) => ({ quotes: {}, waiting: {}, answered: {}, round: round + 1 }));
}

onSessionOver(forgetQuotes);

/** The price of a cabin, asked again whenever seats of the flight move or its strategy is changed. */
export function useQuote(flightId: number | undefined, cabin: Cabin | null | undefined): Quote | undefined {
  const version = useSeats(({ flights }) => (flightId === undefined ? undefined : flights[flightId]?.version));
  useEffect(() => {
    if (flightId !== undefined && cabin && version !== undefined) renewQuote(flightId, cabin);
  }, [flightId, cabin, version]);
  return useQuotes(({ quotes }) => (flightId === undefined || !cabin ? undefined : quotes[quoteKey(flightId, cabin)]));
}
