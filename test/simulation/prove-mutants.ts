import { expect } from 'vitest';
import { MUTANTS } from './mutants.ts';
import { tryMutants } from './try-mutants.ts';

/** Seeds that may pass before a planted bug counts as missed. */
export const SEEDS_MAX = 30;

/** How long a share may take: on a busy machine as long as a hundred seeds. */
export const MUTANTS_TIMEOUT_MS = 480_000;

/** How many files share the planted bugs, so that each ends well within the time limit of a proof. */
export const SHARES = 6;

/** Every sixth of the planted bugs, from the one at this place on. */
export const shareOf = (first: 0 | 1 | 2 | 3 | 4 | 5) => MUTANTS.filter((_, place) => place % SHARES === first);

/** Each of these planted bugs is found. */
export async function proveMutants(mutants: typeof MUTANTS): Promise<void> {
  const missed: string[] = [];
  await tryMutants(mutants, { seeds: SEEDS_MAX, steps: 2_000, jobs: 1, shrinks: false }, ({ name }, { found }) => {
    if (!found) missed.push(name);
  });
  expect(missed).toEqual([]);
}
