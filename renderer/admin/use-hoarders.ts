import { useEffect, useState } from 'react';
import { MINUTE_MS } from '../../shared/instants.ts';
import type { Hoarder } from '../../shared/methods/hoarding.ts';
import { call, onHeard } from '../client/client.ts';

/** They are forgiven with time, and no event tells that. */
const LOOK_MS = MINUTE_MS / 4;

/** Agents whose holds are slowed, because too many of them lapsed in a row. */
export function useHoarders(): readonly Hoarder[] {
  const [hoarders, setHoarders] = useState<readonly Hoarder[]>([]);
  useEffect(() => {
    let over = false;
    const look = async (): Promise<void> => {
      const reply = await call('hoarding.list', {});
      if (!over && reply.ok) setHoarders(reply.value.hoarders);
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_MS);
    const stop = onHeard((heard) => {
      if ('notice' in heard && heard.type === 'hoarding.flagged') void look();
    });
    return () => {
      over = true;
      clearInterval(timer);
      stop();
    };
  }, []);
  return hoarders;
}
