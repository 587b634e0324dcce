import { useState } from 'react';
import type { Refusal, Reply } from '../../shared/refusals.ts';

/** What a dialog or a form sends: one at a time, with why the last one was refused. */
export function useSending() {
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  /** Returns what the hub answered. Undefined: it refused, or another one is under way. */
  const send = async <Value>(ask: () => Promise<Reply<Value>>): Promise<Value | undefined> => {
    if (sending) return undefined;
    setSending(true);
    const reply = await ask();
    setSending(false);
    setRefusal(reply.ok ? null : reply.refusal);
    return reply.ok ? reply.value : undefined;
  };
  return { sending, refusal, send };
}
