import { test } from 'vitest';
import { MUTANTS_TIMEOUT_MS, proveMutants, SEEDS_MAX, SHARES, shareOf } from './prove-mutants.ts';

const mutants = shareOf(1);
test(
  `each of ${mutants.length} bugs planted in the product is found within ${SEEDS_MAX} seeds, share 2 of ${SHARES}`,
  () => proveMutants(mutants),
  MUTANTS_TIMEOUT_MS,
);
