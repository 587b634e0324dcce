import { useEffect } from 'react';
import type { Sale } from './sale.ts';
import { holdWithoutSeats } from './sale-actions.ts';
import { type FlightScreenAt, useSale } from './sale-store.ts';

/** What was asked for is done once, however often somebody comes back to the place. */
const held = new WeakSet<FlightScreenAt>();

/** Holds the party of a screen that was opened for that, as soon as the sale has a cabin on each flight. */
export function useHoldTogether(sale: Sale): void {
  const screen = useSale(({ opened }) => opened);
  const ready = sale.stage === 'seats' && sale.legs.every(({ cabin }) => cabin !== null);
  useEffect(() => {
    if (!ready || !screen?.together || held.has(screen)) return;
    held.add(screen);
    void holdWithoutSeats('best');
  }, [ready, screen]);
}
