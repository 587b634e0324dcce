import { JOB_RETRY_MS_MAX } from '../../shared/bounds.ts';
import type { SimulatedHub } from './simulated-hub.ts';
import { STAFF } from './world.ts';

/** The bank is well, dead letters are tried again, and each job has its time; twice, since the power may fail on the way. */
export async function tryAllJobs(hub: SimulatedHub): Promise<void> {
  hub.bank.mood = 'well';
  const jobs = () => hub.judge.model.jobs;
  for (let round = 1; round <= 2 && jobs().some(({ state }) => state !== 'DONE' && state !== 'STOPPED'); round++) {
    for (const { id, state } of jobs())
      if (state === 'DEAD') void hub.hub.execute('jobs.tryAgain', { requestId: `finish-${round}-${id}`, jobId: id }, STAFF.mercy);
    await hub.settle();
    await hub.pass(JOB_RETRY_MS_MAX * 1.5);
    await hub.settle();
  }
}
