import { timeText } from '../../shared/health/figure-text.ts';
import { DAY_MS, instant } from '../../shared/instants.ts';
import { QUEUE_WORDS, QUEUES } from '../../shared/queues.ts';
import { SYSTEM } from '../actor.ts';
import { lookAtQueues } from '../queries/queues.ts';
import { loadReference } from '../reference/load-reference.ts';
import { readStore } from './read-store.ts';
import { refusedWith, runStoreCommand, type StoreCommand } from './store-command.ts';
import { tableText } from './table-text.ts';

export interface QueuesCommand extends StoreCommand {
  readonly now: number;
}

const COLUMNS = [{ head: 'Queue' }, { head: 'Waiting', right: true }, { head: 'Oldest', right: true }, { head: 'Next is due' }];

/** How much waits in each queue. It names no passenger. */
export function countQueues(command: QueuesCommand): Promise<number> {
  return runStoreCommand(command, () =>
    readStore(command, async ({ store, db, locators }) => {
      const context = { db, locators, now: instant(command.now), actor: SYSTEM, reference: loadReference() };
      // Of the items only the counts are told.
      const reply = await lookAtQueues(context, { queue: QUEUES[0], dayBegan: command.now - DAY_MS });
      if (!reply.ok) return { ...refusedWith(store, null, reply.refusal), queues: [] };
      const { queues } = reply.value;
      const rows = queues.map((one) => [
        QUEUE_WORDS[one.queue],
        String(one.count),
        one.since === null ? '' : timeText(command.now - one.since),
        dueText(one.due, command.now),
      ]);
      return { ok: true, store, file: null, lines: tableText(COLUMNS, rows), refusal: null, queues };
    }),
  );
}

function dueText(at: number | null, now: number): string {
  if (at === null) return '';
  return at <= now ? `${timeText(now - at)} ago` : `in ${timeText(at - now)}`;
}
