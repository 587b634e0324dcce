import { enableCompileCache, flushCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { MUTANTS } from './mutants.ts';
import type { MutantResult } from './try-mutants.ts';

/** Runs in a process of its own with one bug planted, until a seed finds it, and tells what came of it. */
const { name, seeds, steps, shrinks } = workerData as { name: string; seeds: number; steps: number; shrinks: boolean };
const mutant = MUTANTS.find((one) => one.name === name);
if (!mutant) throw new Error(`there is no mutant "${name}"`);

// Each mutant loads all modules anew, and all but one of them are the same as before.
enableCompileCache();
const target = new URL(`../../${mutant.file}`, import.meta.url).href;
let planted = 0;
registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (url !== target) return loaded;
    const source = Buffer.from(loaded.source as Uint8Array).toString();
    const places = source.split(mutant.find).length - 1;
    if (places !== 1) throw new Error(`"${mutant.find}" stands ${places} times in ${fileURLToPath(target)}, not once: mend the mutant`);
    planted++;
    return { ...loaded, source: source.replace(mutant.find, () => mutant.replace) };
  },
});
// Only now is the product imported.
const { runSeeds } = await import('./run-seeds.ts');
flushCompileCache();
const first = mutant.seed ?? 1;
const all = [first, ...Array.from({ length: seeds }, (_, place) => place + 1).filter((seed) => seed !== first)];
let result: MutantResult = { found: false };
try {
  const { failure } = await runSeeds(all, steps, shrinks, () => {});
  if (failure) result = { found: true, seed: failure.seed, step: failure.step, shortest: failure.shortest.length, how: failure.kind };
} catch (error) {
  // Some bugs do not let the hub start at all.
  if (!(error instanceof Error) || error.name !== 'Failure') throw error;
  result = { found: true, seed: 1, step: 0, shortest: 0, how: error.message.split(':')[0] ?? '' };
}
if (planted !== 1) throw new Error(`${mutant.file} was imported ${planted} times`);
if (result.found && mutant.kind !== undefined && mutant.kind !== result.how)
  throw new Error(`"${name}" must be found as ${mutant.kind}, and was as ${result.how}`);
parentPort?.postMessage(result);
