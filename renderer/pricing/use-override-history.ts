import { useCallback, useEffect, useState } from 'react';
import type { ClassOverride } from '../../shared/methods/class-overrides.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call, onHeard, onResync } from '../client/client.ts';

const PAGE = 50;

interface OverrideHistory {
  /** Newest first; undefined until they were read. */
  readonly overrides: readonly ClassOverride[] | undefined;
  readonly more: boolean;
  readonly refusal: Refusal | null;
  /** Reads older ones. */
  older(): void;
}

/** All decisions by hand about booking classes, newest first, a page at a time. A new one comes in at the top. */
export function useOverrideHistory(): OverrideHistory {
  const [state, setState] = useState<Omit<OverrideHistory, 'older'>>({ overrides: undefined, more: false, refusal: null });
  const load = useCallback(async (before?: number): Promise<void> => {
    const reply = await call('pricing.overrides', { limit: PAGE, ...(before === undefined ? {} : { before }) });
    setState((now) => {
      if (!reply.ok) return { ...now, refusal: reply.refusal };
      const { overrides, more } = reply.value;
      if (before !== undefined) return { overrides: [...(now.overrides ?? []), ...overrides], more, refusal: null };
      // What was read before stays, under what is new.
      const last = overrides.at(-1)?.number ?? 0;
      const older = now.overrides?.filter(({ number }) => number < last) ?? [];
      return { overrides: [...overrides, ...older], more: older.length > 0 ? now.more : more, refusal: null };
    });
  }, []);
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
  return { ...state, older: () => void load(state.overrides?.at(-1)?.number) };
}
