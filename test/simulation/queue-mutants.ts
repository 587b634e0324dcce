import type { Mutant } from './mutant.ts';

/** Bugs planted in the queues. */
export const QUEUE_MUTANTS: readonly Mutant[] = [
  {
    name: 'an item is opened while another desk works it',
    file: 'main/commands/queues/move-item.ts',
    find: "if (desk !== null && desk !== actor.desk) return refuse('QUEUE_ITEM_OPEN'",
    replace: "if (desk === '' && desk !== actor.desk) return refuse('QUEUE_ITEM_OPEN'",
    seed: 6,
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
    seed: 4,
  },
  {
    name: 'an item that was left to another desk is the next one of any',
    file: 'main/commands/queues/move-item.ts',
    find: '(!entry.for_desk || entry.for_desk === actor.desk)',
    replace: '(!entry.for_desk || entry.for_desk !== "")',
  },
];
