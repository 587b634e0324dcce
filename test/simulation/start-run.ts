import { Worker } from 'node:worker_threads';
import type { Action } from './action.ts';

/** Seeds to be run until one fails, or runs whose steps are known. */
export type Order = { readonly seeds: readonly number[]; readonly steps: number } | { readonly runs: readonly (readonly Action[])[] };

/**
 * Runs in a thread of its own, because the simulation takes the thread's timers over. `told` hears after each seed; the result is
 * what run-thread.ts says at its end.
 */
export function startRun<Result>(order: Order, told: () => void = () => {}): { readonly worker: Worker; readonly result: Promise<Result> } {
  const worker = new Worker(new URL('./run-thread.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
  const result = new Promise<Result>((resolve, reject) => {
    worker.on('message', (message: 'seed' | { readonly result: Result }) => (message === 'seed' ? told() : resolve(message.result)));
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the run was stopped with ${code}`)));
  });
  return { worker, result };
}
