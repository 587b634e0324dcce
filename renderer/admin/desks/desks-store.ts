import { create } from 'zustand';
import type { Output } from '../../../shared/contract.ts';
import { isAbout } from '../../../shared/event-effects.ts';
import type { Heard } from '../../../shared/notices.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import type { SystemRights } from '../../../shared/system-rights.ts';
import { type Asking, askOnceMore } from '../../client/ask-once-more.ts';
import { call, newRequestId } from '../../client/client.ts';
import { onSessionOver } from '../../client/on-session-over.ts';

export type Desk = Output<'desks.list'>['desks'][number];

interface DesksState {
  /** Null until the hub answered. */
  readonly desks: readonly Desk[] | null;
  /** The name of the hub's own desk. */
  readonly hub: string;
  /** Why the list could not be read. */
  readonly refusal: Refusal | null;
  /** Id of the desk that is shown beside the list. */
  readonly chosen: string | null;
  /** Narrows the list to what was typed. */
  readonly typed: string;
  readonly asking: Asking;
  load(): Promise<void>;
  hear(heard: Heard): void;
  choose(id: string): void;
  type(typed: string): void;
  /** The refusal, or undefined when it was done. */
  rename(id: string, desk: string): Promise<Refusal | undefined>;
  allow(id: string, rights: SystemRights): Promise<Refusal | undefined>;
  revoke(id: string): Promise<Refusal | undefined>;
}

const nothing = () => ({ desks: null, hub: '', refusal: null, chosen: null, typed: '', asking: 'no' as const });

export const useDesks = create<DesksState>()((set, get, store) => ({
  ...nothing(),
  load: () =>
    askOnceMore(store, async () => {
      const reply = await call('desks.list', {});
      return reply.ok ? { ...reply.value, refusal: null } : { refusal: reply.refusal };
    }),
  hear(heard) {
    if ('notice' in heard ? heard.type === 'desks.changed' : isAbout(heard, 'desk')) void get().load();
  },
  choose: (chosen) => set({ chosen }),
  type: (typed) => set({ typed }),
  async rename(id, desk) {
    const reply = await call('desks.rename', { requestId: newRequestId(), id, desk }, 'person');
    await get().load();
    return reply.ok ? undefined : reply.refusal;
  },
  async allow(id, rights) {
    const reply = await call('desks.allow', { requestId: newRequestId(), id, rights }, 'person');
    await get().load();
    return reply.ok ? undefined : reply.refusal;
  },
  async revoke(id) {
    const reply = await call('desks.revoke', { requestId: newRequestId(), id }, 'person');
    await get().load();
    return reply.ok ? undefined : reply.refusal;
  },
}));

onSessionOver(() => useDesks.setState(nothing()));
