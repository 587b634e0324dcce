import type { EventType } from '../../shared/events.ts';
import { instant } from '../../shared/instants.ts';
import { SYSTEM } from '../actor.ts';
import { ExpiryTimer } from './expiry-timer.ts';
import type { PolicyTurnsOptions } from './policy-turns.ts';

const LOOKS_AFTER: ReadonlySet<EventType> = new Set<EventType>(['seats.blocked', 'clock.confirmed', 'clock.set']);

/** Ends each block of a seat at its time, so that the seat is on sale from then on. Returns how to stop. */
export function watchBlockTurns({ hub, clock, trouble }: PolicyTurnsOptions): () => void {
  const timer = new ExpiryTimer({
    clock,
    async sweep() {
      const reply = await hub.change('seats.endDue', {}, SYSTEM, null);
      if (!reply.ok && reply.refusal.code !== 'CLOCK_DOUBTFUL') throw new Error(reply.refusal.message);
      // While the hub asks what time it is, nothing is tried. Once somebody has confirmed it, this looks again.
      arm(reply.ok ? reply.value.next : null);
      return false;
    },
    trouble,
  });
  const arm = (next: number | null): void => timer.arm(next === null ? null : instant(next));
  const look = async (): Promise<void> => {
    const reply = await hub.look('seats.nextEnd', {});
    if (reply.ok) arm(reply.value.next);
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
