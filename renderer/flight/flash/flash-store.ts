import { useEffect } from 'react';
import { create } from 'zustand';
import type { Output } from '../../../shared/contract.ts';
import { isAbout } from '../../../shared/event-effects.ts';
import { SECOND_MS } from '../../../shared/instants.ts';
import type { FlashSale } from '../../../shared/methods/flash-sales.ts';
import { call, onEvents, onResync } from '../../client/client.ts';
import { onSessionOver } from '../../client/on-session-over.ts';

type PlaceInLine = Output<'queue.status'>['waiting'][number];

interface FlashStore {
  /** Flash sales of the flights on the screen, by flight. */
  readonly sales: Readonly<Record<number, FlashSale>>;
  /** Where requests of this desk stand in line. */
  readonly mine: readonly PlaceInLine[];
}

export const useFlash = create<FlashStore>(() => ({ sales: {}, mine: [] }));
onSessionOver(() => useFlash.setState({ sales: {}, mine: [] }));

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
      useFlash.setState({ sales: {}, mine: [] });
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

/** Where this desk stands, for as long as its hold waits. */
export function useFollowPlace(isWaiting: boolean): void {
  useEffect(() => {
    if (!isWaiting) return;
    let over = false;
    const ask = async (): Promise<void> => {
      const reply = await call('queue.status', {});
      if (!over && reply.ok) useFlash.setState({ mine: reply.value.waiting });
    };
    void ask();
    const timer = setInterval(() => void ask(), LOOK_MS);
    return () => {
      over = true;
      clearInterval(timer);
      useFlash.setState({ mine: [] });
    };
  }, [isWaiting]);
}
