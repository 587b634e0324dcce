import { create } from 'zustand';
import type { Input } from '../../shared/contract.ts';
import type { WhatIfRun } from '../../shared/methods/pricing-what-if.ts';
import type { Heard } from '../../shared/notices.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';

interface WhatIfState {
  /** The newest what-if of this desk; null before the first, undefined until the hub answered. */
  readonly run: WhatIfRun | null | undefined;
  /** Why the one that was asked for did not begin, or why the hub does not tell how it goes. */
  readonly refusal: Refusal | null;
  /** Whether an answer is on its way, and whether something has changed since it was asked for. */
  readonly asking: 'no' | 'once' | 'again';
  load(): Promise<void>;
  start(given: Input<'whatIf.start'>): Promise<void>;
  stop(): Promise<void>;
  hear(heard: Heard): void;
}

const NOTHING = { run: undefined, refusal: null, asking: 'no' as const };

export const useWhatIf = create<WhatIfState>()((set, get) => ({
  ...NOTHING,
  /** Calls that come while one is under way are answered by one more. */
  async load() {
    if (get().asking !== 'no') {
      set({ asking: 'again' });
      return;
    }
    do {
      set({ asking: 'once' });
      const reply = await call('whatIf.status', {});
      // The session is over, so this answer is dropped.
      if (get().asking === 'no') return;
      set(reply.ok ? { run: reply.value.run } : { refusal: reply.refusal });
    } while (get().asking === 'again');
    set({ asking: 'no' });
  },
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
