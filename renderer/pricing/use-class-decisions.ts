import { useCallback, useEffect, useRef, useState } from 'react';
import type { ClassOverride } from '../../shared/methods/class-overrides.ts';
import type { PricedFlight } from '../../shared/methods/pricing-list.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call, newRequestId, onHeard, onResync } from '../client/client.ts';

/** What a supervisor decides about a class, without what the console knows of earlier decisions. */
export type Decided = Pick<ClassOverride, 'scope' | 'cabin' | 'code' | 'decision' | 'reason'>;

/** Decisions of one flight or route that are read. The newest about a class counts, so that older ones are seldom asked for. */
const READ_MAX = 100;

type About = Pick<PricedFlight, 'flightId' | 'origin' | 'destination'>;

/** Decisions by hand about the classes of a flight and of its route, newest first, and the way to add one. */
export function useClassDecisions({ flightId, origin, destination }: About) {
  const [decisions, setDecisions] = useState<readonly ClassOverride[] | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [saving, setSaving] = useState(false);
  const underWay = useRef(false);
  const load = useCallback(async (): Promise<void> => {
    const [own, ofRoute] = await Promise.all([
      call('pricing.overrides', { flightId, limit: READ_MAX }),
      call('pricing.overrides', { route: { origin, destination }, limit: READ_MAX }),
    ]);
    if (!own.ok) setRefusal(own.refusal);
    else if (!ofRoute.ok) setRefusal(ofRoute.refusal);
    else {
      const all = new Map([...own.value.overrides, ...ofRoute.value.overrides].map((one) => [one.number, one]));
      setDecisions([...all.values()].sort((one, other) => other.number - one.number));
    }
  }, [flightId, origin, destination]);
  useEffect(() => {
    void load();
    const stops = [
      onHeard((heard) => {
        if (!('notice' in heard) && heard.type === 'class.overridden') void load();
      }),
      onResync(() => void load()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [load]);
  /** Adds a decision after the one of number `basedOn`. Asked again while one is under way it does nothing. */
  const decide = async (decided: Decided, basedOn: number): Promise<ClassOverride | undefined> => {
    if (underWay.current) return undefined;
    underWay.current = true;
    setSaving(true);
    const reply = await call('pricing.overrideClass', { requestId: newRequestId(), ...decided, basedOn }, 'person');
    setRefusal(reply.ok ? null : reply.refusal);
    // Whoever asks once more before this is read would decide again, after this decision.
    await load();
    underWay.current = false;
    setSaving(false);
    return reply.ok ? reply.value : undefined;
  };
  return { decisions, refusal, saving, decide, forget: () => setRefusal(null) };
}
