import { useEffect, useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import type { PricedFlight } from '../../shared/methods/pricing-list.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call } from '../client/client.ts';

export type RouteDays = Output<'pricing.routeDays'>;

/** The next 30 days of a flight's route, in its cabin. */
export function useRouteDays({ origin, destination, cabin }: Pick<PricedFlight, 'origin' | 'destination' | 'cabin'>) {
  const [found, setFound] = useState<{ readonly days: RouteDays | null; readonly refusal: Refusal | null }>({ days: null, refusal: null });
  useEffect(() => {
    let over = false;
    void call('pricing.routeDays', { origin, destination, cabin }, 'person').then((reply) => {
      if (!over) setFound(reply.ok ? { days: reply.value, refusal: null } : { days: null, refusal: reply.refusal });
    });
    return () => {
      over = true;
    };
  }, [origin, destination, cabin]);
  return found;
}
