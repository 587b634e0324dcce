import type { EventType } from '../../shared/events.ts';
import { instant } from '../../shared/instants.ts';
import { SYSTEM } from '../actor.ts';
import { ExpiryTimer } from './expiry-timer.ts';
import type { PolicyTurnsOptions } from './policy-turns.ts';

/** After these a seat that was free before may be offered: a class may have opened, a fare may have fallen, and offers may end later. */
const CHANGES_OFFERS: ReadonlySet<EventType> = new Set<EventType>([
  'policy.published',
  'policy.turned',
  'competitor.read',
  'setting.changed',
  'clock.confirmed',
  'clock.set',
]);
/** After these another flight may be the next with a day less to go. */
const CHANGES_TURNS: ReadonlySet<EventType> = new Set<EventType>(['waitlist.joined', 'schedule.applied']);

/**
 * Looks at the waitlists when an offer may have become possible although no seat came free. A command that frees seats offers them itself.
 *
 * 1. Classes and fares change with the whole days before departure. So each list with a party that names a class or a fare is looked at when
 *    its flight has a day less to go.
 * 2. All lists are looked at when prices or settings have changed, and when the hub starts: whatever happened before a crash is made up for.
 * 3. The command decides by the time that it is stamped with. So the same commands make the same store.
 * Returns how to stop.
 */
export function watchWaitlistTurns({ hub, clock, trouble }: PolicyTurnsOptions): () => void {
  let all = true;
  let since = hub.now();
  let closed = false;
  const lookAgain = (from: number | null, after: number) => hub.change('waitlist.lookAgain', { since: from, after }, SYSTEM, null);
  const timer = new ExpiryTimer({
    clock,
    async sweep() {
      const began = hub.now();
      const from = all ? null : since;
      all = false;
      for (let after: number | null = 0; after !== null && !closed; ) {
        const reply = await lookAgain(from, after);
        if (reply.ok) after = reply.value.after;
        else if (closed || reply.refusal.code === 'CLOCK_DOUBTFUL') {
          // Once somebody has confirmed the time, all lists are looked at.
          timer.arm(null);
          return false;
        } else {
          all = from === null;
          throw new Error(reply.refusal.message);
        }
      }
      since = began;
      await look();
      return all;
    },
    trouble,
  });
  const look = async (): Promise<void> => {
    const reply = await hub.look('waitlist.nextTurn', { since });
    if (reply.ok && !all) timer.arm(reply.value.next === null ? null : instant(reply.value.next));
  };
  const lookAtAll = (): void => {
    all = true;
    timer.arm(hub.now());
  };
  const unlisten = hub.on((events) => {
    if (events.some(({ type }) => CHANGES_OFFERS.has(type))) lookAtAll();
    else if (events.some(({ type }) => CHANGES_TURNS.has(type))) void look();
  });
  lookAtAll();
  return () => {
    closed = true;
    unlisten();
    timer.close();
  };
}
