import type { Worker } from 'node:worker_threads';
import type { SeedsDone } from './run-seeds.ts';
import { startRun } from './start-run.ts';

export interface Jobs {
  readonly first: number;
  readonly seeds: number;
  readonly steps: number;
  readonly jobs: number;
}

const TELL_EVERY_MS = 5_000;

/** Shares seeds out among threads, tells how far they are, and stops at the first failure. */
export async function runInJobs({ first, seeds, steps, jobs }: Jobs): Promise<SeedsDone> {
  const began = performance.now();
  let done = 0;
  let toldAt = began;
  const progress = (): void => {
    done++;
    if (performance.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = performance.now();
    const left = ((toldAt - began) / done) * (seeds - done);
    console.log(`${done} of ${seeds} seeds, ${(done * steps).toLocaleString('en')} steps, about ${Math.ceil(left / 1_000)} s left`);
  };
  const all = Array.from({ length: seeds }, (_, place) => first + place);
  const shares = Array.from({ length: Math.min(jobs, seeds) }, (_, job) => all.filter((_seed, place) => place % jobs === job));
  const workers: Worker[] = [];
  const results = shares.map(async (share): Promise<SeedsDone> => {
    const { worker, result } = startRun<SeedsDone>({ seeds: share, steps }, progress);
    workers.push(worker);
    const found = await result;
    if (found.failure) for (const other of workers) if (other !== worker) void other.terminate();
    return found;
  });
  // A job that another's failure stopped has nothing to say.
  const settled = await Promise.allSettled(results);
  const whole = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failure = whole.find((one) => one.failure)?.failure;
  const broken = settled.find((one) => one.status === 'rejected');
  if (!failure && broken) throw broken.reason;
  const sum = (key: 'seeds' | 'steps' | 'crashes' | 'bookings') => whole.reduce((total, one) => total + one[key], 0);
  const met: Record<string, number> = {};
  for (const one of whole) for (const [reply, times] of Object.entries(one.met)) met[reply] = (met[reply] ?? 0) + times;
  return { seeds: sum('seeds'), steps: sum('steps'), crashes: sum('crashes'), bookings: sum('bookings'), met, failure };
}
