import { useEffect, useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import type { Refusal } from '../../shared/refusals.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import { call } from '../client/client.ts';

/** Who walks the list asks for none of the flights that are passed. */
const WALK_MS = 120;

interface Found {
  readonly look: Output<'pricing.flight'> | null;
  readonly refusal: Refusal | null;
}

interface Look extends Found {
  /** Asks again now. */
  again(): void;
}

/** The whole look at one cabin of a flight. `state` changes when its seats or prices moved; then it is asked for again. */
export function useFlightLook(flightId: number, cabin: Cabin, state: string): Look {
  const [found, setFound] = useState<Found>({ look: null, refusal: null });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `state` and `round` say that it may be another
  useEffect(() => {
    let over = false;
    const timer = setTimeout(async () => {
      const reply = await call('pricing.flight', { flightId, cabin });
      if (!over) setFound(reply.ok ? { look: reply.value, refusal: null } : { look: null, refusal: reply.refusal });
    }, WALK_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [flightId, cabin, state, round]);
  return { ...found, again: () => setRound((now) => now + 1) };
}
