import { create } from 'zustand';
import type { FigureName } from '../../shared/health/figures.ts';
import type { HealthView } from '../../shared/methods/health.ts';
import type { Heard } from '../../shared/notices.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { type Asking, askOnceMore } from '../client/ask-once-more.ts';
import { call } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';

interface HealthState {
  /** Null until the hub answered. */
  readonly view: HealthView | null;
  /** Why the figures could not be read. */
  readonly refusal: Refusal | null;
  /** How many alarms nobody has seen to. */
  readonly toSee: number;
  /** The figure that the keys are about. */
  readonly chosen: FigureName | null;
  readonly asking: Asking;
  load(): Promise<void>;
  /** Has the hub look anew, at the backups and the disk too. */
  recheck(): Promise<void>;
  choose(figure: FigureName): void;
}

const nothing = () => ({ view: null, refusal: null, toSee: 0, chosen: null, asking: 'no' as const });

const seen = (view: HealthView) => ({ view, refusal: null, toSee: view.figures.filter(({ state }) => state === 'over').length });

/** How the hub does: all figures for their screen, and for the rail how many alarms somebody must see to. */
export const useHealth = create<HealthState>()((set, _get, store) => ({
  ...nothing(),
  load: () =>
    askOnceMore(store, async () => {
      const reply = await call('health.figures', {});
      return reply.ok ? seen(reply.value) : { refusal: reply.refusal };
    }),
  async recheck() {
    const reply = await call('health.figures', { recheck: true }, 'person');
    set(reply.ok ? seen(reply.value) : { refusal: reply.refusal });
  },
  choose: (chosen) => set({ chosen }),
}));

export function hearHealth(heard: Heard): void {
  if ('notice' in heard && heard.type === 'health.changed') useHealth.setState({ toSee: heard.toSee });
}

onSessionOver(() => useHealth.setState(nothing()));
