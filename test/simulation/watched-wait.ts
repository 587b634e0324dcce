import { JOB_WAIT_MS_MAX } from '../../shared/bounds.ts';
import { MINUTE_MS, SECOND_MS } from '../../shared/instants.ts';
import { Failure } from './failure.ts';
import type { SimulatedHub } from './simulated-hub.ts';

/** Longer than the hub takes to look again at what it could not keep. */
const LOOKED_MS = 5 * SECOND_MS;
/** Longer than a lane looks away, and the bank and the store take for a try. */
const WATCHED_MS = 5 * MINUTE_MS;

/** Lets time pass, and looks whether the hub saw that it passed. */
export async function watchedWait(hub: SimulatedHub, ms: number): Promise<void> {
  const { starts } = hub;
  const isWell = () => hub.starts === starts && !hub.faults.mayRefuse && !hub.doubtful;
  const wasWell = isWell();
  await waitedForJobs(hub, ms);
  if (wasWell && isWell() && ms >= LOOKED_MS) hub.guard(() => hub.judge.lines.nothingMissed());
  if (hub.turns.kept && wasWell && isWell() && ms >= LOOKED_MS) hub.guard(() => hub.judge.nothingMissed(hub.now()));
}

/** A job that seems to wait longer than any job does is tried meanwhile, unless the store could not keep it. */
async function waitedForJobs(hub: SimulatedHub, ms: number): Promise<void> {
  const { starts } = hub;
  const now = hub.now();
  const before = hub.judge.model.jobs
    .filter(({ state, notBefore }) => state === 'WAITING' && notBefore > now + JOB_WAIT_MS_MAX)
    .map((job) => ({ job, tries: job.tries, notBefore: job.notBefore }));
  await hub.pass(ms);
  if (ms < WATCHED_MS || hub.starts !== starts || hub.faults.mayRefuse || hub.doubtful) return;
  const forgotten = before.find(
    ({ job, tries, notBefore }) => job.state === 'WAITING' && job.tries === tries && job.notBefore === notBefore,
  );
  if (!forgotten) return;
  const { job, notBefore } = forgotten;
  hub.fail(new Failure('money forgotten', `${job.kind} ${job.id} of ${job.subject} waits until ${notBefore}, it is ${hub.now()}`));
}
