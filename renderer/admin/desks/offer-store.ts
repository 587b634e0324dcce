import { create } from 'zustand';
import type { Output } from '../../../shared/contract.ts';
import type { Heard } from '../../../shared/notices.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import type { SystemRights } from '../../../shared/system-rights.ts';
import { type Asking, askOnceMore } from '../../client/ask-once-more.ts';
import { call } from '../../client/client.ts';
import { onSessionOver } from '../../client/on-session-over.ts';

export type Offer = Output<'desks.offer'>;

/** What another program needs to come in: shown once, and kept by nobody here. */
export interface SystemKey {
  readonly desk: string;
  readonly key: string;
}

interface OfferState {
  /** The code that the hub shows now; null: none. */
  readonly offer: Offer | null;
  /** What became of the last code that was shown here. */
  readonly end: { readonly kind: 'paired' | 'ended'; readonly desk: string } | null;
  readonly systemKey: SystemKey | null;
  readonly asking: Asking;
  load(): Promise<void>;
  hear(heard: Heard): void;
  /** Has the hub show a code for a console. The refusal, or undefined. */
  offerConsole(desk: string): Promise<Refusal | undefined>;
  /** Pairs another program at once: it has no screen to type a code into. */
  pairSystem(desk: string, rights: SystemRights): Promise<Refusal | undefined>;
  stop(): Promise<void>;
  /** Takes what is shown of the last code away. */
  clear(): void;
}

const nothing = () => ({ offer: null, end: null, systemKey: null, asking: 'no' as const });

export const useOffer = create<OfferState>()((set, get, store) => ({
  ...nothing(),
  load: () =>
    askOnceMore(store, async (): Promise<Partial<OfferState>> => {
      const { offer: before } = get();
      const reply = await call('desks.offered', {});
      if (!reply.ok) return {};
      const { offer, paired } = reply.value;
      if (offer || !before) return { offer };
      return { offer, end: { kind: paired?.desk === before.desk ? 'paired' : 'ended', desk: before.desk } };
    }),
  hear(heard) {
    // A code is good for a span of time. When the clock steps, it ends at another moment.
    if ('notice' in heard && (heard.type === 'desks.changed' || heard.type === 'hub.clock')) void get().load();
  },
  async offerConsole(desk) {
    const reply = await call('desks.offer', { desk, kind: 'console' }, 'person');
    if (!reply.ok) return reply.refusal;
    set({ offer: reply.value, end: null, systemKey: null });
    return undefined;
  },
  async pairSystem(desk, rights) {
    const offered = await call('desks.offer', { desk, kind: 'system', rights }, 'person');
    if (!offered.ok) return offered.refusal;
    const reply = await call('desks.pair', { code: offered.value.code, system: true }, 'person');
    if (!reply.ok) return reply.refusal;
    const { value } = reply;
    if ('secret' in value) set({ offer: null, end: null, systemKey: { desk, key: `${value.id}.${value.secret}` } });
    return undefined;
  },
  async stop() {
    set({ offer: null, end: null });
    await call('desks.endOffer', {}, 'person');
  },
  clear: () => set({ end: null, systemKey: null }),
}));

onSessionOver(() => useOffer.setState(nothing()));
