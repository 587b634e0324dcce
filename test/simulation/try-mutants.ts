import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Mutant } from './mutant.ts';
import type { Trial } from './mutants-thread.ts';

export type MutantResult =
  | { readonly found: true; readonly seed: number; readonly step: number; readonly shortest: number; readonly how: string }
  | { readonly found: false };

export interface TryOptions {
  readonly seeds: number;
  readonly steps: number;
  readonly jobs: number;
  /** Whether to look for the shortest run that finds it. */
  readonly shrinks: boolean;
}

/** What is run in each thread at its end, without a bug: long enough for sales, crashes and all that follows from them. */
const WITHOUT_BUG: Trial = { mutant: undefined, seeds: 1, steps: 500, shrinks: false };

/** Plants each bug in turn, in threads that each plant many, and looks whether the simulation finds it. */
export async function tryMutants(
  mutants: readonly Mutant[],
  { jobs, ...options }: TryOptions,
  told: (mutant: Mutant, result: MutantResult) => void,
): Promise<void> {
  const waiting = [...mutants];
  const work = async (): Promise<void> => {
    const thread = new Worker(new URL('./mutants-thread.ts', import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb: 64 } });
    const broken = once(thread, 'error').then(([error]) => Promise.reject(error));
    // It is told by the trial that waits, or by the next.
    broken.catch(() => {});
    const run = async (trial: Trial): Promise<MutantResult> => {
      thread.postMessage(trial);
      const [result] = (await Promise.race([once(thread, 'message'), broken])) as [MutantResult];
      return result;
    };
    try {
      for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) told(mutant, await run({ mutant, ...options }));
      await run(WITHOUT_BUG);
    } finally {
      await thread.terminate();
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
}
