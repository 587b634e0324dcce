import { instant } from '../../shared/instants.ts';
import { SYSTEM } from '../actor.ts';
import type { Clock } from '../hub/clock.ts';
import type { InnerHub } from '../hub/hub.ts';
import { ExpiryTimer } from './expiry-timer.ts';

export interface PolicyTurnsOptions {
  readonly hub: Pick<InnerHub, 'change' | 'look' | 'on' | 'now'>;
  readonly clock: Clock;
  readonly trouble: (problem: string) => void;
}

/**
 * Tells the consoles when a policy begins or ends that was published for a later time. Prices need it not: each is worked out by the policies
 * of its own moment. Returns how to stop.
 */
export function watchPolicyTurns({ hub, clock, trouble }: PolicyTurnsOptions): () => void {
  let turn: number | null = null;
  const timer = new ExpiryTimer({
    clock,
    async sweep() {
      if (turn === null) return false;
      const reply = await hub.change('policies.turn', { turn }, SYSTEM, null);
      if (!reply.ok) throw new Error(reply.refusal.message);
      arm(reply.value.next);
      return false;
    },
    trouble,
  });
  const arm = (next: number | null): void => {
    turn = next;
    timer.arm(next === null ? null : instant(next));
  };
  const look = async (): Promise<void> => {
    const reply = await hub.look('policies.nextTurn', {});
    if (reply.ok) arm(reply.value.next);
  };
  const unlisten = hub.on((events) => {
    if (events.some(({ type }) => type === 'policy.published' || type === 'clock.set')) void look();
  });
  void look();
  return () => {
    unlisten();
    timer.close();
  };
}
