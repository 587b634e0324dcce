import type { Mutant } from './mutant.ts';

/** Bugs planted in how many seats of a cabin may be sold. */
export const CABIN_MUTANTS: readonly Mutant[] = [
  {
    name: 'the guard is off where the counters are known',
    file: 'main/store/tables/cabin-counters-table.ts',
    find: 'held + sold + seats <= authorised',
    replace: 'seats > 0',
    seed: 2,
  },
  {
    name: 'the guard of the cabin counter is off',
    file: 'main/store/tables/cabin-counters-table.ts',
    find: '<= cabin_counters.authorised',
    replace: '<= cabin_counters.authorised + 99',
  },
  {
    name: 'a supervisor overwrites the number of another one',
    file: 'main/commands/authorise-cabin.ts',
    find: 'counter.authorised !== seen',
    replace: 'counter.authorised < 0',
  },
];
