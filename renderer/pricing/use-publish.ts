import { useRef, useState } from 'react';
import type { PolicyView } from '../../shared/methods/policy-view.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call, type GivenInput, newRequestId } from '../client/client.ts';

export type Publish = Omit<GivenInput<'pricing.publish'>, 'requestId'>;

interface Publishing {
  readonly busy: boolean;
  /** Why the last one was not done. */
  readonly refusal: Refusal | null;
  publish(what: Publish): Promise<PolicyView | undefined>;
  /** What is refused is being corrected. */
  forget(): void;
}

/**
 * Publishes once, however often the key is pressed: while one is under way another does nothing. A publish that the hub may have done although its
 * answer was lost is sent under the same request id again, so that it is done once too.
 */
export function usePublish(): Publishing {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const running = useRef(false);
  const unheard = useRef<{ readonly body: string; readonly requestId: string } | null>(null);
  return {
    busy,
    refusal,
    forget: () => setRefusal(null),
    async publish(what) {
      if (running.current) return undefined;
      running.current = true;
      setBusy(true);
      const body = JSON.stringify(what);
      const requestId = unheard.current?.body === body ? unheard.current.requestId : newRequestId();
      const reply = await call('pricing.publish', { ...what, requestId }, 'person');
      unheard.current = !reply.ok && reply.refusal.code === 'HUB_UNREACHABLE' ? { body, requestId } : null;
      running.current = false;
      setBusy(false);
      setRefusal(reply.ok ? null : reply.refusal);
      return reply.ok ? reply.value : undefined;
    },
  };
}
