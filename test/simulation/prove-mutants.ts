import { expect } from 'vitest';
import { MUTANTS } from './mutants.ts';
import { tryMutants } from './try-mutants.ts';

/** Seeds that may pass before a planted bug counts as missed. */
export const SEEDS_MAX = 30;

/** Every second of the planted bugs, from the first or the second on, so that two files share them. */
export const halfOf = (first: 0 | 1) => MUTANTS.filter((_, place) => place % 2 === first);

/** Each of these planted bugs is found. */
export async function proveMutants(mutants: typeof MUTANTS): Promise<void> {
  const missed: string[] = [];
  await tryMutants(mutants, { seeds: SEEDS_MAX, steps: 2_000, jobs: 1, shrinks: false }, ({ name }, { found }) => {
    if (!found) missed.push(name);
  });
  expect(missed).toEqual([]);
}
