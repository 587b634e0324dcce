import { parseArgs } from 'node:util';
import { runKills } from './run-kills.ts';

/** npm run crash [-- --kills N] [--seed S] [--jobs J]: kills a selling hub N times and holds its store against what it acknowledged. */
const { values } = parseArgs({ options: { kills: { type: 'string' }, seed: { type: 'string' }, jobs: { type: 'string' } } });
const kills = Number(values.kills ?? 100);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const jobs = Number(values.jobs ?? 2);
if (!Number.isSafeInteger(jobs) || jobs < 1 || !Number.isSafeInteger(kills) || kills < 1 || !Number.isSafeInteger(seed)) {
  process.stderr.write('--kills, --seed and --jobs take whole numbers.\n');
  process.exit(2);
}

process.stdout.write(`${kills} kills, seed ${seed}\n`);
const started = performance.now();
const result = await runKills({
  kills,
  seed,
  jobs,
  progress: (line) => process.stdout.write(`${((performance.now() - started) / 1_000).toFixed(0).padStart(5)} s  ${line}\n`),
});
const { commands, acknowledged, resent, resentDone, readyMs, problems } = result;
const sorted = readyMs.toSorted((a, b) => a - b);
const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
process.stdout.write(
  `${commands} commands, ${acknowledged} acknowledged; ${resent} asked again after a kill, of which ${resentDone} had been done.\n` +
    `Up again in ${at(0.5)} ms (median), ${at(0.99)} ms (p99) over ${sorted.length} starts.\n`,
);
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.stdout.write(
  problems.length === 0 ? 'Nothing lost, nothing doubled.\n' : `FAILED. Again with: npm run crash -- --kills ${kills} --seed ${seed}\n`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
