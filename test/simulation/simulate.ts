import { parseArgs } from 'node:util';
import { MUTANTS } from './mutants.ts';
import { runInJobs } from './run-in-jobs.ts';
import { tellFailure } from './tell-failure.ts';
import { tryMutants } from './try-mutants.ts';

// npm run simulate -- --seeds N --steps M --jobs J [--seed FIRST] [--met] | --mutants
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    steps: { type: 'string', default: '2000' },
    jobs: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    met: { type: 'boolean', default: false },
    mutants: { type: 'boolean', default: false },
  },
});
const [seeds, steps, jobs, first] = [values.seeds, values.steps, values.jobs, values.seed].map(Number) as [number, number, number, number];

if (values.mutants) await showMutants();
else await simulate();

/** Plants bugs one after the other and shows which seed finds each. */
async function showMutants(): Promise<void> {
  console.log('seed   step   shortest   found as                                           planted');
  let missed = 0;
  await tryMutants(MUTANTS, { seeds, steps, jobs, shrinks: true }, ({ name }, result) => {
    if (!result.found) missed++;
    const found = result.found
      ? [String(result.seed), String(result.step), String(result.shortest), result.how]
      : ['-', '-', '-', 'NOT FOUND'];
    const [seed = '', step = '', shortest = '', how = ''] = found;
    console.log(`${seed.padStart(4)}  ${step.padStart(5)}  ${shortest.padStart(9)}   ${how.slice(0, 48).padEnd(49)}  ${name}`);
  });
  console.log(`${MUTANTS.length - missed} of ${MUTANTS.length} planted bugs were found.`);
  if (missed > 0) process.exitCode = 1;
}

async function simulate(): Promise<void> {
  const began = performance.now();
  const done = await runInJobs({ first, seeds, steps, jobs });
  const seconds = (performance.now() - began) / 1_000;
  if (values.met) for (const [reply, times] of Object.entries(done.met).sort()) console.log(`${String(times).padStart(9)}  ${reply}`);
  if (done.failure) {
    console.log(tellFailure(done.failure, steps));
    process.exitCode = 1;
  } else {
    const { crashes, bookings } = done;
    const speed = Math.round(done.steps / seconds);
    console.log(`${done.seeds} seeds, ${done.steps} steps, ${bookings} bookings, ${crashes} crashes: nothing wrong, ${speed} steps/s.`);
  }
}
