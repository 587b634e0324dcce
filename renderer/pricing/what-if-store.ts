import { create } from 'zustand';
import type { Input } from '../../shared/contract.ts';
import type { WhatIfRun } from '../../shared/methods/pricing-what-if.ts';
import type { Heard } from '../../shared/notices.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { type Asking, askOnceMore } from '../client/ask-once-more.ts';
import { call } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';

interface WhatIfState {
  /** The newest what-if of this desk; null before the first, undefined until the hub answered. */
  readonly run: WhatIfRun | null | undefined;
  /** Why the one that was asked for did not begin, or why the hub does not tell how it goes. */
  readonly refusal: Refusal | null;
  readonly asking: Asking;
  load(): Promise<void>;
  start(given: Input<'whatIf.start'>): Promise<void>;
  stop(): Promise<void>;
  hear(heard: Heard): void;
}

const NOTHING = { run: undefined, refusal: null, asking: 'no' as const };

export const useWhatIf = create<WhatIfState>()((set, get, store) => ({
  ...NOTHING,
  load: () =>
    askOnceMore(store, async () => {
      const reply = await call('whatIf.status', {});
      return reply.ok ? { run: reply.value.run } : { refusal: reply.refusal };
    }),
  async start(given) {
    set({ refusal: null });
    const reply = await call('whatIf.start', given, 'person');
    if (!reply.ok) set({ refusal: reply.refusal });
    await get().load();
  },
  async stop() {
    await call('whatIf.stop', {}, 'person');
    await get().load();
  },
  hear(heard) {
    if ('notice' in heard && heard.type === 'whatIf.changed') void get().load();
  },
}));

onSessionOver(() => useWhatIf.setState(NOTHING));
