import { useEffect, useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import type { Refusal, Reply } from '../../shared/refusals.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import { call, newRequestId } from '../client/client.ts';
import type { ToAuthorise } from './read-authorised.ts';

export type Advice = Output<'pricing.overbookingAdvice'>;

/** Overbooking advice for one cabin, again when `state` says that its seats or its price moved, and after each decision. */
export function useOverbooking(flightId: number, cabin: Cabin, state: string) {
  const [advice, setAdvice] = useState<Advice | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [saving, setSaving] = useState(false);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `state` and `round` say that it may be another
  useEffect(() => {
    let over = false;
    void call('pricing.overbookingAdvice', { flightId, cabin }).then((reply) => {
      if (!over) setAdvice(reply.ok ? reply.value : null);
    });
    return () => {
      over = true;
    };
  }, [flightId, cabin, state, round]);
  /** Authorises so many seats instead of `seen`. Asked again while one is under way it does nothing. */
  const authorise = async ({ seats, percent }: ToAuthorise, seen: number, reason: string): Promise<Reply<unknown> | undefined> => {
    if (saving) return undefined;
    setSaving(true);
    const chosen = { authorised: seats, ...(percent === null ? {} : { percent }) };
    const reply = await call('pricing.authorise', { requestId: newRequestId(), flightId, cabin, ...chosen, seen, reason }, 'person');
    setSaving(false);
    setRefusal(reply.ok ? null : reply.refusal);
    setRound((now) => now + 1);
    return reply;
  };
  return { advice, refusal, saving, authorise };
}
