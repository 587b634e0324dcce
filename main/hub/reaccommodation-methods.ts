import type { ReaccommodationOutcome } from '../../shared/methods/reaccommodation.ts';
import { accept, type Refused } from '../../shared/refusals.ts';
import type { Actor } from '../actor.ts';
import type { TakeWayInput } from '../commands/reaccommodation/take-way.ts';
import type { InnerHub } from './hub.ts';
import type { HubMethods } from './hub-methods.ts';

export type ReaccommodationMethods = Pick<HubMethods, 'reaccommodation.propose' | 'reaccommodation.accept' | 'reaccommodation.undo'>;
type InnerPart = Pick<InnerHub, 'change' | 'look' | 'ask' | 'execute'>;

/**
 * Ways on are looked for beside the sales, because a search takes long; only keeping their seats is a command. Of many bookings each is a command of its
 * own with a request id of its own: one that is refused leaves the others done, and a repeat does what is missing and no more.
 */
export function reaccommodationMethods(hub: InnerPart): ReaccommodationMethods {
  return {
    async 'reaccommodation.propose'({ actor }, { requestId, ...said }) {
      const found = await hub.look('reaccommodation.findWays', { bookingIds: said.bookingIds, ...(said.by ? { by: said.by } : {}) });
      if (!found.ok) return found;
      return hub.change('reaccommodation.hold', { found: found.value.found, most: said.ways }, actor, requestId, said);
    },
    async 'reaccommodation.accept'({ actor }, { requestId, items }) {
      const outcomes = items.map((item) => take(hub, actor, `${requestId}.${item.bookingId}`, item));
      return accept({ outcomes: await Promise.all(outcomes) });
    },
    async 'reaccommodation.undo'({ actor }, { requestId, items }) {
      const outcomes = items.map(async ({ bookingId, version }): Promise<ReaccommodationOutcome> => {
        const undone = await hub.execute('bookings.undo', { requestId: `${requestId}.${bookingId}`, bookingId, version }, actor);
        return undone.ok ? { outcome: 'done', bookingId, version: undone.value.version } : refused(bookingId, undone);
      });
      return accept({ outcomes: await Promise.all(outcomes) });
    },
  };
}

const refused = (bookingId: number, { refusal }: Refused): ReaccommodationOutcome => ({
  ...{ outcome: 'refused', bookingId, code: refusal.code, message: refusal.message },
});

async function take(hub: InnerPart, actor: Actor, requestId: string, item: TakeWayInput): Promise<ReaccommodationOutcome> {
  const { bookingId } = item;
  const taken = await hub.change('reaccommodation.take', item, actor, requestId);
  if (!taken.ok) return refused(bookingId, taken);
  if (taken.value.done) return { outcome: 'done', bookingId, version: taken.value.version };
  const { event } = taken.value;
  const told = await hub.ask('bookings.get', { bookingId }, actor);
  if (!told.ok) return refused(bookingId, told);
  const entry = told.value.history.find((one) => one.event === event);
  const { at = 0, user = '', desk = '', text = '' } = entry ?? {};
  return { outcome: 'conflict', bookingId, at, user, desk, text };
}
