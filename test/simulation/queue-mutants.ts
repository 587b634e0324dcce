import type { Mutant } from './mutant.ts';

/** Bugs planted in the queues. */
export const QUEUE_MUTANTS: readonly Mutant[] = [
  {
    name: 'an item is opened while another desk works it',
    file: 'main/commands/queues/move-item.ts',
    find: "if (desk !== null && desk !== actor.desk) return refuse('QUEUE_ITEM_OPEN'",
    replace: "if (desk === '' && desk !== actor.desk) return refuse('QUEUE_ITEM_OPEN'",
    seed: 4,
  },
  {
    name: 'a desk keeps open what it had when it opens the next item',
    file: 'main/commands/queues/move-item.ts',
    find: '  await letGoOfDesk(context, context.actor.desk, { queue, subject });\n',
    replace: '',
  },
  {
    name: 'money that is due is done because somebody says so',
    file: 'main/commands/queues/work-items.ts',
    find: 'entry.value.stands === 1',
    replace: "entry.value.stands === 1 && queue !== 'refundDue'",
    seed: 8,
  },
  {
    name: 'an item that was left to another desk is the next one of any',
    file: 'main/commands/queues/move-item.ts',
    find: '(!entry.for_desk || entry.for_desk === actor.desk)',
    replace: '(!entry.for_desk || entry.for_desk !== "")',
  },
  {
    name: 'a failed payment is queued by when its hold was placed',
    file: 'main/views/queued.ts',
    find: 'WHERE b.failed_at > ?`',
    replace: 'WHERE b.failed_at IS NOT NULL AND b.created_at > ?`',
    seed: 399,
  },
  {
    name: 'failed payments are listed by when their holds were placed',
    file: 'main/queries/failed-payments.ts',
    find: 'WHERE failed_at > ? ORDER BY failed_at DESC',
    replace: 'WHERE failed_at IS NOT NULL AND created_at > ? ORDER BY created_at DESC',
    seed: 9,
  },
  {
    name: 'a payment that failed while the clock stood ahead counts by that clock after it was set right',
    file: 'main/commands/set-clock-back.ts',
    find: 'SET failed_at = ? WHERE failed_at > ?',
    replace: 'SET failed_at = ? WHERE failed_at > ? AND state = 0',
    seed: 5,
  },
];
