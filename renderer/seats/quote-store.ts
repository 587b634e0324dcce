import { useEffect } from 'react';
import { create } from 'zustand';
import type { Output } from '../../shared/contract.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import { call } from '../client/client.ts';
import { useSeats } from './seat-store.ts';

export type Quote = Output<'pricing.quote'>;

/** What one adult would pay now, by flight and cabin, as the desk last said. */
export const useQuotes = create<{ readonly quotes: Readonly<Record<string, Quote>> }>(() => ({ quotes: {} }));

export const quoteKey = (flightId: number, cabin: Cabin): string => `${flightId}${cabin}`;

/** Seats go in bursts; the price is asked once they have settled. */
const SETTLE_MS = 120;

/** The price of a cabin, asked again whenever seats of the flight move or its strategy is changed. */
export function useQuote(flightId: number | undefined, cabin: Cabin | null | undefined): Quote | undefined {
  const version = useSeats(({ flights }) => (flightId === undefined ? undefined : flights[flightId]?.version));
  useEffect(() => {
    if (flightId === undefined || !cabin || version === undefined) return;
    const key = quoteKey(flightId, cabin);
    let current = true;
    const timer = setTimeout(
      async () => {
        const reply = await call('pricing.quote', { flightId, cabin });
        if (current && reply.ok) useQuotes.setState(({ quotes }) => ({ quotes: { ...quotes, [key]: reply.value } }));
      },
      useQuotes.getState().quotes[key] ? SETTLE_MS : 0,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [flightId, cabin, version]);
  return useQuotes(({ quotes }) => (flightId === undefined || !cabin ? undefined : quotes[quoteKey(flightId, cabin)]));
}
