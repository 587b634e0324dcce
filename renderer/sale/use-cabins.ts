import { useEffect } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useSeats } from '../seats/seat-store.ts';
import type { Sale } from './sale.ts';
import { dispatch } from './sale-store.ts';

/** Tells the sale which cabins each of its flights has, the shown one and the others: a party may be held on all of them before anybody looked at the second. */
export function useCabins({ legs, stage }: Sale): void {
  const ids = legs.map(({ flightId }) => flightId).join('-');
  const loads = useSeats(useShallow(({ flights }) => legs.map(({ flightId }) => flights[flightId]?.answer.flight.cabins)));
  useEffect(() => {
    if (stage !== 'seats') return;
    for (const [at, flightId] of ids.split('-').map(Number).entries()) {
      const cabins = loads[at]?.map(({ cabin }) => cabin);
      if (cabins) dispatch({ do: 'cabins', flightId, cabins });
    }
  }, [ids, loads, stage]);
}
