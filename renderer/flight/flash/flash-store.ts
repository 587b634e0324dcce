import { useEffect } from 'react';
import { create } from 'zustand';
import { isAbout } from '../../../shared/event-effects.ts';
import { SECOND_MS } from '../../../shared/instants.ts';
import type { FlashSale } from '../../../shared/methods/flash-sales.ts';
import { call, onEvents, onResync } from '../../client/client.ts';
import { onSessionOver } from '../../client/on-session-over.ts';
import { useHoldsUnderWay } from '../../sale/holds-under-way.ts';

interface FlashStore {
  /** Flash sales of the flights on the screen, by flight. */
  readonly sales: Readonly<Record<number, FlashSale>>;
}

export const useFlash = create<FlashStore>(() => ({ sales: {} }));
onSessionOver(() => useFlash.setState({ sales: {} }));

/** How often a line is looked at while it is on the screen. */
const LOOK_MS = SECOND_MS;

async function look(flightIds: readonly number[], isOver: () => boolean): Promise<void> {
  const reply = await call('flashSale.look', { flightIds: [...flightIds] });
  if (isOver() || !reply.ok) return;
  useFlash.setState({ sales: Object.fromEntries(reply.value.sales.map((sale) => [sale.flightId, sale])) });
}

/** Follows the flash sales of these flights while they are on the screen. */
export function useFollowFlash(flightIds: readonly number[]): void {
  useEffect(() => {
    let over = false;
    const again = (): void => void look(flightIds, () => over);
    again();
    const stops = [
      onEvents((events) => {
        if (events.some((event) => isAbout(event, 'flashSale') && flightIds.includes(event.data.flightId))) again();
      }),
      onResync(again),
    ];
    return () => {
      over = true;
      for (const stop of stops) stop();
      useFlash.setState({ sales: {} });
    };
  }, [flightIds]);
  const open = useFlash(({ sales }) => Object.keys(sales).length > 0);
  useEffect(() => {
    if (!open) return;
    let over = false;
    const timer = setInterval(() => void look(flightIds, () => over), LOOK_MS);
    return () => {
      over = true;
      clearInterval(timer);
    };
  }, [open, flightIds]);
}

/** Asks once where this desk stands in line, and goes on asking while it stands there, or while the hold on the screen waits. */
export function useFollowPlace(isOpen: boolean, isHolding: boolean): void {
  const waits = useHoldsUnderWay(({ inLine }) => inLine.length > 0) || isHolding;
  useEffect(() => {
    if (!isOpen) return;
    return () => useHoldsUnderWay.setState({ inLine: [] });
  }, [isOpen]);
  useEffect(() => {
    if (!isOpen) return;
    let over = false;
    const ask = async (): Promise<void> => {
      const reply = await call('queue.status', {});
      if (!over && reply.ok) useHoldsUnderWay.setState({ inLine: reply.value.waiting });
    };
    void ask();
    const timer = waits ? setInterval(() => void ask(), LOOK_MS) : undefined;
    return () => {
      over = true;
      clearInterval(timer);
    };
  }, [isOpen, waits]);
}
