import { useEffect, useState } from 'react';
import type { Refusal, Reply } from '../../shared/refusals.ts';
import { onHeard, onResync } from '../client/client.ts';

interface Told<Figures> {
  readonly figures?: Figures;
  readonly refusal?: Refusal;
}

/** What the hub has worked out of what was published or decided, by its number, read again whenever it has added to that. `read` is always the same. */
export function useTold<Figures>(number: number, read: (number: number) => Promise<Reply<Figures>>): Told<Figures> {
  const [told, setTold] = useState<Told<Figures>>({});
  useEffect(() => {
    let shown = true;
    const load = async (): Promise<void> => {
      const reply = await read(number);
      if (shown) setTold(reply.ok ? { figures: reply.value } : { refusal: reply.refusal });
    };
    void load();
    const stops = [
      onHeard((heard) => {
        if ('notice' in heard && heard.type === 'pricing.outcome') void load();
      }),
      onResync(() => void load()),
    ];
    return () => {
      shown = false;
      for (const stop of stops) stop();
    };
  }, [number, read]);
  return told;
}
