import { useEffect, useState } from 'react';
import { SECOND_MS } from '../../shared/instants.ts';
import { serverNow } from '../stores/clock-store.ts';
import { CHANGE_SHOWN_MS } from '../stores/loads-store.ts';

/** Whole seconds since a change, for as long as it is marked; then undefined. No timer runs for a change that is over. */
export function useSecondsSince(at: number | undefined): number | undefined {
  const [, tick] = useState(0);
  useEffect(() => {
    if (at === undefined || serverNow() - at >= CHANGE_SHOWN_MS) return;
    const timer = setInterval(() => {
      tick((ticks) => ticks + 1);
      if (serverNow() - at >= CHANGE_SHOWN_MS) clearInterval(timer);
    }, SECOND_MS);
    return () => clearInterval(timer);
  }, [at]);
  if (at === undefined) return undefined;
  const age = serverNow() - at;
  return age < CHANGE_SHOWN_MS ? Math.max(0, Math.floor(age / SECOND_MS)) : undefined;
}
