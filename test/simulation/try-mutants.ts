import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Mutant } from './mutant.ts';

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

/** Plants each bug in turn, in a thread whose modules are its own, and looks whether the simulation finds it. */
export async function tryMutants(
  mutants: readonly Mutant[],
  { seeds, steps, jobs, shrinks }: TryOptions,
  told: (mutant: Mutant, result: MutantResult) => void,
): Promise<void> {
  const waiting = [...mutants];
  const work = async (): Promise<void> => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
      const worker = new Worker(new URL('./run-mutant.ts', import.meta.url), { workerData: { name: mutant.name, seeds, steps, shrinks } });
      const [result] = (await Promise.race([once(worker, 'message'), once(worker, 'error').then(([error]) => Promise.reject(error))])) as [
        MutantResult,
      ];
      await worker.terminate();
      told(mutant, result);
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
}
