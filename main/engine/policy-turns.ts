import type { EventType } from '../../shared/events.ts';
import { instant } from '../../shared/instants.ts';
import { SYSTEM } from '../actor.ts';
import type { Clock } from '../hub/clock.ts';
import type { InnerHub } from '../hub/hub.ts';
import { ExpiryTimer } from './expiry-timer.ts';

const LOOKS_AFTER: ReadonlySet<EventType> = new Set<EventType>(['policy.published', 'clock.confirmed', 'clock.set']);

export interface PolicyTurnsOptions {
  readonly hub: Pick<InnerHub, 'change' | 'look' | 'on' | 'now'>;
  readonly clock: Clock;
  readonly trouble: (problem: string) => void;
}

/**
 * Tells the consoles when a policy begins or ends that was published for a later time. Prices need it not: each is worked out by the policies
 * of its own moment. What began or ended while no hub ran is told when the hub starts: a console that was open meanwhile misses no entry of the
 * journal, so it would go on showing the prices of before. `lastWorkedAt`: when the store was last written before that. Returns how to stop.
 */
export function watchPolicyTurns({
  hub,
  clock,
  trouble,
  lastWorkedAt,
}: PolicyTurnsOptions & { readonly lastWorkedAt: number }): () => void {
  let turn: number | null = null;
  /** Not null until what passed before the start is told. */
  let since: number | null = lastWorkedAt;
  const timer = new ExpiryTimer({
    clock,
    async sweep() {
      if (turn === null) return false;
      const reply = await hub.change('policies.turn', { turn }, SYSTEM, null);
      if (!reply.ok && reply.refusal.code !== 'CLOCK_DOUBTFUL') throw new Error(reply.refusal.message);
      if (reply.ok) since = null;
      // While the hub asks what time it is, nothing is tried. Once somebody has confirmed it, this looks again.
      arm(reply.ok ? reply.value.next : null);
      return false;
    },
    trouble,
  });
  const arm = (next: number | null): void => {
    turn = next;
    timer.arm(next === null ? null : instant(next));
  };
  const look = async (): Promise<void> => {
    const reply = await hub.look('policies.nextTurn', { since });
    if (!reply.ok) return;
    const { next } = reply.value;
    if (next === null || next > hub.now()) since = null;
    arm(next);
  };
  const unlisten = hub.on((events) => {
    if (events.some(({ type }) => LOOKS_AFTER.has(type))) void look();
  });
  void look();
  return () => {
    unlisten();
    timer.close();
  };
}
