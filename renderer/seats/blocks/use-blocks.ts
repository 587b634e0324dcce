import { useCallback, useEffect, useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import { call, onEvents, onResync } from '../../client/client.ts';
import { movesBlocks } from '../seat-events.ts';

export interface BlocksShown {
  /** Null until the hub answered. */
  readonly list: Output<'seats.blocks'> | null;
  readonly refusal: Refusal | null;
}

/** The blocked seats of a flight, asked again whenever any desk blocks or frees some. */
export function useBlocks(flightId: number): BlocksShown {
  const [shown, setShown] = useState<BlocksShown>({ list: null, refusal: null });
  const load = useCallback(
    async (still: () => boolean) => {
      const reply = await call('seats.blocks', { flightId });
      if (still()) setShown(reply.ok ? { list: reply.value, refusal: null } : { list: null, refusal: reply.refusal });
    },
    [flightId],
  );
  useEffect(() => {
    // Only the newest answer counts.
    let asked = 0;
    const ask = () => {
      const own = ++asked;
      void load(() => own === asked);
    };
    ask();
    const stopHearing = onEvents((events) => {
      if (events.some((event) => movesBlocks(event, flightId))) ask();
    });
    const stopResync = onResync(ask);
    return () => {
      asked = -1;
      stopHearing();
      stopResync();
    };
  }, [load, flightId]);
  return shown;
}
