import type { Mutant } from './mutant.ts';

/** Bugs planted where one state follows from the one before: infants that come and stay at home, limits that are moved, items that are put off. */
export const THROUGH_MUTANTS: readonly Mutant[] = [
  {
    name: 'an infant that was added pays nothing',
    file: 'main/commands/changes/plan-infant.ts',
    find: 'lap.fare === 0 ? leg :',
    replace: 'lap.fare >= 0 ? leg :',
    seed: 16,
  },
  {
    name: 'an infant that stays at home keeps its price',
    file: 'main/commands/changes/plan-leave.ts',
    find: 'const stay = paid.filter(({ at }) => !freed.has(at));',
    replace: 'const stay = paid;',
    seed: 16,
  },
  {
    name: 'a hold whose time limit is moved ends at the old one',
    file: 'main/commands/pay-later.ts',
    find: 'const expiresAt = Math.max(payBy, Math.min(payBy + graceMs, closes));',
    replace: 'const expiresAt = Math.max(row.pay_by ?? payBy, Math.min((row.pay_by ?? payBy) + graceMs, closes));',
    seed: 16,
  },
  {
    name: 'a time limit that is moved stays what it was',
    file: 'main/commands/pay-later.ts',
    find: '.run(payBy, atLimit,',
    replace: '.run(row.pay_by ?? payBy, atLimit,',
    seed: 50,
  },
  {
    name: 'a time limit is moved by those alone who may have more of them',
    file: 'main/commands/pay-later.ts',
    find: 'row.pay_by === null && ',
    replace: '',
    seed: 16,
  },
  {
    name: 'an item that was put off comes at once',
    file: 'main/views/queued.ts',
    find: 'later_at !== null && later_at > now;',
    replace: 'later_at !== null && later_at > now + 10 ** 12;',
    seed: 16,
  },
  {
    name: 'an item that was put off never comes again',
    file: 'main/views/queued.ts',
    find: 'later_at !== null && later_at > now;',
    replace: 'later_at !== null;',
    seed: 16,
  },
  {
    name: 'what is done stays done when it waits again',
    file: 'main/views/queued.ts',
    find: 'w.done_at IS NULL OR w.since <> f.since',
    replace: 'w.done_at IS NULL OR w.since > f.since',
    seed: 41,
  },
];
