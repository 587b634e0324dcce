import { parseArgs } from 'node:util';
import { runInJobs } from './run-in-jobs.ts';
import { tellFailure } from './tell-failure.ts';

// npm run simulate -- --seeds N --steps M --jobs J [--seed FIRST] [--met] | --mutants
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    steps: { type: 'string', default: '2000' },
    jobs: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    met: { type: 'boolean', default: false },
  },
});
const [seeds, steps, jobs, first] = [values.seeds, values.steps, values.jobs, values.seed].map(Number) as [number, number, number, number];

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
