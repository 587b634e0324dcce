import { useCallback, useEffect, useState } from 'react';
import { isAbout } from '../../shared/event-effects.ts';
import type { PolicyView } from '../../shared/methods/policy-view.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call, onHeard, onResync } from '../client/client.ts';

const PAGE = 50;

interface History {
  /** Newest first; undefined until they were read. */
  readonly policies: readonly PolicyView[] | undefined;
  readonly more: boolean;
  readonly refusal: Refusal | null;
  /** Reads older ones. */
  older(): void;
}

/** All versions over all scopes, newest first, a page at a time. A new publish comes in at the top. */
export function useHistory(): History {
  const [state, setState] = useState<Omit<History, 'older'>>({ policies: undefined, more: false, refusal: null });
  const load = useCallback(async (before?: number): Promise<void> => {
    const reply = await call('pricing.history', { limit: PAGE, ...(before === undefined ? {} : { before }) });
    setState((now) => {
      if (!reply.ok) return { ...now, refusal: reply.refusal };
      const { policies, more } = reply.value;
      if (before !== undefined) return { policies: [...(now.policies ?? []), ...policies], more, refusal: null };
      // What was read before stays, under what is new.
      const last = policies.at(-1)?.version ?? 0;
      const older = now.policies?.filter(({ version }) => version < last) ?? [];
      return { policies: [...policies, ...older], more: older.length > 0 ? now.more : more, refusal: null };
    });
  }, []);
  useEffect(() => {
    void load();
    const stops = [
      onHeard((heard) => {
        if (!('notice' in heard) && isAbout(heard, 'pricing')) void load();
      }),
      onResync(() => void load()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [load]);
  return { ...state, older: () => void load(state.policies?.at(-1)?.version) };
}
