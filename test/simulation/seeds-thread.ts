import { parentPort, workerData } from 'node:worker_threads';
import { runSeeds } from './run-seeds.ts';

/** Runs its share of the seeds: each one done is told by its number, and at the end what came of all. */
const { seeds, steps } = workerData as { readonly seeds: readonly number[]; readonly steps: number };
parentPort?.postMessage(await runSeeds(seeds, steps, true, (seed) => parentPort?.postMessage(seed)));
