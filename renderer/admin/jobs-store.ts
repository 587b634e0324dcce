import { create } from 'zustand';
import type { Output } from '../../shared/contract.ts';
import { effectOnBooking } from '../../shared/event-effects.ts';
import type { Heard } from '../../shared/notices.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { type Asking, askOnceMore } from '../client/ask-once-more.ts';
import { call, newRequestId } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';

interface JobsState {
  /** Null until the hub answered. */
  readonly list: Output<'jobs.list'> | null;
  /** Why the list could not be read. */
  readonly refusal: Refusal | null;
  /** The job that is shown beside the list. */
  readonly chosen: number | null;
  /** Jobs that are being sent off, and why one was not. */
  readonly trying: ReadonlySet<number>;
  readonly notTried: Refusal | null;
  readonly asking: Asking;
  load(): Promise<void>;
  choose(jobId: number): void;
  /** True when the job is tried now. */
  tryAgain(jobId: number): Promise<boolean>;
  hear(heard: Heard): void;
}

const nothing = () => ({ list: null, refusal: null, chosen: null, trying: new Set<number>(), notTried: null, asking: 'no' as const });

export const useJobs = create<JobsState>()((set, get, store) => ({
  ...nothing(),
  load: () =>
    askOnceMore(store, async () => {
      const reply = await call('jobs.list', {});
      return reply.ok ? { list: reply.value, refusal: null } : { refusal: reply.refusal };
    }),
  choose: (chosen) => set({ chosen, notTried: null }),
  async tryAgain(jobId) {
    if (get().trying.has(jobId)) return false;
    set(({ trying }) => ({ trying: new Set([...trying, jobId]), notTried: null }));
    const reply = await call('jobs.tryAgain', { requestId: newRequestId(), jobId });
    set(({ trying }) => ({ trying: new Set([...trying].filter((id) => id !== jobId)), notTried: reply.ok ? null : reply.refusal }));
    await get().load();
    return reply.ok;
  },
  hear(heard) {
    if ('notice' in heard) {
      if (heard.type === 'jobs.changed') void get().load();
      return;
    }
    const effect = effectOnBooking(heard.type);
    if (effect && (effect.moneyMayBeDue || effect.amount === 'due' || effect.amount === 'returned')) void get().load();
  },
}));

onSessionOver(() => useJobs.setState(nothing()));
