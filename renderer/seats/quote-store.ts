import { useEffect } from 'react';
import { create } from 'zustand';
import { QUOTE_KEPT_MS, QUOTE_RENEWED_MS, QUOTE_WAIT_MS_MAX } from '../../shared/bounds.ts';
import type { Output } from '../../shared/contract.ts';
import type { Refusal, RefusalCode } from '../../shared/refusals.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import { call } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';
import { serverNow } from '../stores/clock-store.ts';
import { useSeats } from './seat-store.ts';

export type Quote = Output<'pricing.quote'>;

interface QuoteStore {
  /** What one adult would pay now, by flight and cabin, as the hub last said. */
  readonly quotes: Readonly<Record<string, Quote>>;
  /** Until when the price that is shown stays although it has risen since. */
  readonly kept: Readonly<Record<string, number>>;
  /** Questions that wait until no seat has moved for a moment: since when the price may be old, and the timer. */
  readonly waiting: Readonly<Record<string, { readonly since: number; readonly timer: ReturnType<typeof setTimeout> }>>;
  /** Counts the questions, and tells of each cabin which of them was answered last: an earlier one's answer changes nothing. */
  readonly asked: number;
  readonly answered: Readonly<Record<string, number>>;
  /** Counts how often all was forgotten: an answer from before is dropped. */
  readonly round: number;
  /** The code of a promotion with which prices are asked; empty: none. */
  readonly promotion: string;
  /** How many travel together. */
  readonly party: number;
  /** Why a cabin has no price with that code. Then it is asked without it. */
  readonly refusals: Readonly<Record<string, Refusal>>;
}

export const useQuotes = create<QuoteStore>(() => ({
  quotes: {},
  kept: {},
  waiting: {},
  asked: 0,
  answered: {},
  round: 0,
  promotion: '',
  party: 1,
  refusals: {},
}));

export const quoteKey = (flightId: number, cabin: Cabin): string => `${flightId}${cabin}`;

/** Refusals that are about the code, not about the seat. */
const OF_PROMOTION: ReadonlySet<RefusalCode> = new Set(['PROMOTION_UNKNOWN', 'PROMOTION_OVER', 'PROMOTION_GONE']);

/** Seats move in bursts. The price is asked for when none has moved for so long. */
const SETTLE_MS = 120;

async function ask(flightId: number, cabin: Cabin): Promise<void> {
  const key = quoteKey(flightId, cabin);
  useQuotes.setState(({ waiting, asked }) => {
    const { [key]: _, ...others } = waiting;
    return { waiting: others, asked: asked + 1 };
  });
  const { asked: mine, round, promotion, party } = useQuotes.getState();
  const seat = { flightId, cabin, ...(party > 1 ? { party } : {}) };
  const first = await call('pricing.quote', { ...seat, ...(promotion === '' ? {} : { promotion }) });
  const refusal = !first.ok && OF_PROMOTION.has(first.refusal.code) ? first.refusal : undefined;
  // A flight without this promotion has a price too, and another flight of the itinerary may have the promotion.
  const reply = refusal ? await call('pricing.quote', seat) : first;
  useQuotes.setState((now) => {
    if (now.round !== round || now.promotion !== promotion || (now.answered[key] ?? 0) > mine) return now;
    const { [key]: _before, ...others } = now.refusals;
    return { refusals: refusal ? { ...others, [key]: refusal } : others };
  });
  useQuotes.setState((now) => {
    if (!reply.ok || now.promotion !== promotion || now.party !== party || now.round !== round || (now.answered[key] ?? 0) > mine)
      return now;
    const { [key]: _ended, ...kept } = now.kept;
    const before = now.quotes[key];
    const answered = { ...now.answered, [key]: mine };
    if (!before || !isDearer(reply.value, before)) return { quotes: { ...now.quotes, [key]: reply.value }, kept, answered };
    // The price rose after this one was shown: it stays, as long as the hub keeps to its offer.
    const until = now.kept[key] ?? Math.min(serverNow() + QUOTE_KEPT_MS, before.until);
    return until <= serverNow()
      ? { quotes: { ...now.quotes, [key]: reply.value }, kept, answered }
      : { kept: { ...kept, [key]: until }, answered };
  });
  const { kept } = useQuotes.getState();
  if (kept[key] !== undefined) renewQuote(flightId, cabin, Math.max(0, kept[key] - serverNow()) + 1);
}

/** Under the same policy: a supervisor who publishes another one changes the price at once, and so does the code of a promotion. */
const isDearer = (next: Quote, before: Quote): boolean =>
  next.policy.version === before.policy.version && next.promotion === before.promotion && next.fare > before.fare;

/**
 * The price of a cabin may have changed: asks once the seats have settled, or after QUOTE_WAIT_MS_MAX when they never do. `later`: asks after
 * so many milliseconds, if nothing changes before.
 */
export function renewQuote(flightId: number, cabin: Cabin, later?: number): void {
  const key = quoteKey(flightId, cabin);
  const { waiting, quotes } = useQuotes.getState();
  const before = waiting[key];
  clearTimeout(before?.timer);
  const now = Date.now();
  const since = Math.min(before?.since ?? now, now);
  const wait = later ?? (quotes[key] ? Math.max(0, Math.min(SETTLE_MS, since + QUOTE_WAIT_MS_MAX - now)) : 0);
  const timer = setTimeout(() => void ask(flightId, cabin), wait);
  useQuotes.setState({ waiting: { ...waiting, [key]: { since: later === undefined ? since : Number.POSITIVE_INFINITY, timer } } });
}

/** Asks all prices that are shown again, with the code of a promotion or (empty) without one. */
export function quotesWith(promotion: string): void {
  const { promotion: before, quotes } = useQuotes.getState();
  if (promotion === before) return;
  useQuotes.setState({ promotion, refusals: {} });
  for (const key of Object.keys(quotes)) renewQuote(Number(key.slice(0, -1)), key.slice(-1) as Cabin, 0);
}

/** Asks all prices that are shown again for so many who travel together: a booking class that is open for one may not be for four. */
export function quotesFor(party: number): void {
  const { party: before, quotes } = useQuotes.getState();
  if (party === before || party < 1) return;
  useQuotes.setState({ party, quotes: {}, kept: {} });
  for (const key of Object.keys(quotes)) renewQuote(Number(key.slice(0, -1)), key.slice(-1) as Cabin, 0);
}

/** Why none of these flights is sold with the code that was typed; undefined when one of them is, or nothing is known yet. */
export function useRefusedCode(flights: readonly { readonly flightId: number; readonly cabin: Cabin | null }[]): Refusal | undefined {
  return useQuotes(({ refusals }) => {
    const all = flights.map(({ flightId, cabin }) => (cabin ? refusals[quoteKey(flightId, cabin)] : undefined));
    return all.every((refusal) => refusal !== undefined) ? all[0] : undefined;
  });
}

/** The flight is no longer shown: its prices would be old when it is opened again. */
export function forgetQuotes(): void {
  const { waiting } = useQuotes.getState();
  for (const { timer } of Object.values(waiting)) clearTimeout(timer);
  useQuotes.setState(({ round }) => ({ quotes: {}, kept: {}, waiting: {}, answered: {}, refusals: {}, round: round + 1 }));
}

onSessionOver(forgetQuotes);

/** The price of a cabin, asked again whenever seats of the flight move or a policy is published. */
export function useQuote(flightId: number | undefined, cabin: Cabin | null | undefined): Quote | undefined {
  const version = useSeats(({ flights }) => (flightId === undefined ? undefined : flights[flightId]?.version));
  useEffect(() => {
    if (flightId !== undefined && cabin && version !== undefined) renewQuote(flightId, cabin);
  }, [flightId, cabin, version]);
  useEffect(() => {
    if (flightId === undefined || !cabin) return;
    // So that the offer of the price on the screen has time left whenever the price rises.
    const timer = setInterval(() => renewQuote(flightId, cabin), QUOTE_RENEWED_MS);
    return () => clearInterval(timer);
  }, [flightId, cabin]);
  return useQuotes(({ quotes }) => (flightId === undefined || !cabin ? undefined : quotes[quoteKey(flightId, cabin)]));
}

/** Until when the price that is shown stays although it has risen; undefined when it is the price of now. */
export const useQuoteKept = (flightId: number | undefined, cabin: Cabin | null | undefined): number | undefined =>
  useQuotes(({ kept }) => (flightId === undefined || !cabin ? undefined : kept[quoteKey(flightId, cabin)]));
