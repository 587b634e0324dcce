import { expect, test } from 'vitest';
import { MUTANTS } from './mutants.ts';
import { tryMutants } from './try-mutants.ts';

/** Seeds that may pass before a planted bug counts as missed. */
const SEEDS_MAX = 30;

test(`each of ${MUTANTS.length} bugs planted in the product is found within ${SEEDS_MAX} seeds`, async () => {
  const missed: string[] = [];
  await tryMutants(MUTANTS, { seeds: SEEDS_MAX, steps: 2_000, jobs: 1, shrinks: false }, ({ name }, { found }) => {
    if (!found) missed.push(name);
  });
  expect(missed).toEqual([]);
});
