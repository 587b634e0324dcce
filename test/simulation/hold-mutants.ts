import type { Mutant } from './mutant.ts';

/** Bugs planted in holds that are more than minutes of named seats. */
export const HOLD_MUTANTS: readonly Mutant[] = [
  {
    name: 'who is queued at a time limit keeps the seats past the close of sales',
    file: 'main/commands/pay-later.ts',
    find: 'Math.min(payBy + graceMs, closes)',
    replace: 'payBy + graceMs',
    seed: 2,
  },
  {
    name: 'who is cancelled at a time limit is held as long as who is queued there',
    file: 'main/commands/pay-later.ts',
    find: "atLimit === 'queue' ? (await",
    replace: "atLimit !== 'queue' ? (await",
  },
  {
    name: 'a desk may take over a hold that somebody is at work on elsewhere',
    file: 'main/commands/take-over-hold.ts',
    find: 'row && row.pay_by !== null ?',
    replace: 'row ?',
  },
  {
    name: 'a time limit is moved by those who have no more of them',
    file: 'main/commands/pay-later.ts',
    find: 'row.pay_by === null && ',
    replace: '',
    seed: 3,
  },
];
