import { parentPort } from 'node:worker_threads';
import { importPlanted } from './import-planted.ts';
import type { Mutant } from './mutant.ts';
import type { MutantResult, TryOptions } from './try-mutants.ts';

/** A planted bug that must be found; or none, and nothing may be found. */
export interface Trial extends Omit<TryOptions, 'jobs'> {
  readonly mutant: Mutant | undefined;
}

const ENTRY = new URL('./run-seeds.ts', import.meta.url);
// Without a bug first, so that it is known which modules import which.
const { runSeeds } = (await import(ENTRY.href)) as typeof import('./run-seeds.ts');

parentPort?.on('message', async ({ mutant, ...trial }: Trial) => {
  parentPort?.postMessage(mutant ? await tryMutant(mutant, trial) : await tryWithout(trial));
});

/** Runs with one bug planted, until a seed finds it, and tells what came of it. */
async function tryMutant(mutant: Mutant, { seeds, steps, shrinks }: Omit<Trial, 'mutant'>): Promise<MutantResult> {
  const withBug = await importPlanted<typeof import('./run-seeds.ts')>(ENTRY, mutant);
  const first = mutant.seed ?? 1;
  const all = [first, ...Array.from({ length: seeds }, (_, place) => place + 1).filter((seed) => seed !== first)];
  let result: MutantResult = { found: false };
  try {
    const { failure } = await withBug.runSeeds(all, steps, shrinks, () => {});
    if (failure) result = { found: true, seed: failure.seed, step: failure.step, shortest: failure.shortest.length, how: failure.kind };
  } catch (error) {
    // Some bugs do not let the hub start at all.
    if (!(error instanceof Error) || error.name !== 'Failure') throw error;
    result = { found: true, seed: 1, step: 0, shortest: 0, how: error.message.split(':')[0] ?? '' };
  }
  if (result.found && mutant.kind !== undefined && mutant.kind !== result.how)
    throw new Error(`"${mutant.name}" must be found as ${mutant.kind}, and was as ${result.how}`);
  return result;
}

/** The product as it is does well in the thread where so many bugs were planted: none of them left anything that the next was found by. */
async function tryWithout({ seeds, steps }: Omit<Trial, 'mutant'>): Promise<MutantResult> {
  const { failure } = await runSeeds(
    Array.from({ length: seeds }, (_, place) => place + 1),
    steps,
    false,
    () => {},
  );
  if (failure) throw new Error(`without a bug, after all those with one, seed ${failure.seed} fails: ${failure.message}`);
  return { found: false };
}
