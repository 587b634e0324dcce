import { JOB_TRIES_MAX, JOB_WAIT_MS_MAX } from '../../../shared/bounds.ts';
import type { Input } from '../../../shared/contract.ts';
import { known, refused } from './expected.ts';
import type { Commands, Model } from './model.ts';
import type { ModelJob } from './model-rows.ts';

interface Tried {
  readonly jobId: number;
  readonly triesBefore: number;
  readonly done: boolean;
  readonly lasting: boolean;
  readonly retryAfterMs: number;
}

/** What gives money back once: from due to done, and never from anywhere else. */
const RETURNS = {
  reversal: { due: 'REVERSAL_DUE', done: 'REVERSED', event: 'payment.reversed' },
  refund: { due: 'DUE', done: 'DONE', event: 'payment.refunded' },
} as const;

/** What each event of a job tells: of which booking, and how much is to go back. */
const toldOf = (model: Model, job: ModelJob): object => ({ bookingId: job.bookingId, amount: moneyOf(model, job)?.amount ?? 0 });

/** What a job gives back. */
const moneyOf = (model: Model, { kind, subject }: ModelJob): { readonly amount: number; state: string } | undefined =>
  (kind === 'refund' ? model.refunds : model.payments).get(subject);

/** A job that is dated later than any back-off was dated by a clock that stood ahead, and is tried at once. The try may have begun long ago. */
export function mayBeTried({ lastNow }: Model, { id, notBefore }: Pick<ModelJob, 'id' | 'notBefore'>, now: number): void {
  if (notBefore > now && notBefore <= Math.min(lastNow, now) + JOB_WAIT_MS_MAX)
    throw new Error(`job ${id} was tried at ${now}, before ${notBefore}`);
}

export const JOBS: Commands = {
  'jobs.record'(model, { jobId, triesBefore, done, lasting, retryAfterMs }: Tried, { now }) {
    const job = model.jobs[jobId - 1];
    if (job?.state !== 'WAITING' || job.tries !== triesBefore) return { recorded: false };
    mayBeTried(model, job, now);
    job.tries++;
    const told = toldOf(model, job);
    if (done) {
      job.state = 'DONE';
      const money = moneyOf(model, job);
      const { due, done: is, event } = RETURNS[job.kind];
      if (money?.state !== due) throw new Error(`${job.kind} of money that is ${money?.state}`);
      money.state = is;
      model.events.push([event, job.bookingId, told]);
    } else if (lasting || job.tries >= JOB_TRIES_MAX) {
      job.state = 'DEAD';
      model.events.push(['payment.stuck', job.bookingId, { ...told, note: job.kind }]);
    } else job.notBefore = now + retryAfterMs;
    return { recorded: true };
  },
  'jobs.beginRefund'(model, { jobId }: { jobId: number }, { now }) {
    const job = model.jobs[jobId - 1];
    if (job?.state !== 'WAITING') return { stands: false };
    mayBeTried(model, job, now);
    job.notBefore = 1;
    return { stands: true };
  },
  'jobs.hastenRefunds'({ jobs }, _input: object, { now }) {
    for (const job of jobs)
      if (job.kind === 'refund' && job.state === 'WAITING' && job.tries === 0) job.notBefore = Math.min(job.notBefore, now);
  },
  'jobs.tryAgain'(model, { jobId }: Input<'jobs.tryAgain'>, { now }) {
    const job = known(model.jobs[jobId - 1], 'JOB_UNKNOWN');
    if (job.state === 'DONE' || job.state === 'STOPPED') throw refused('JOB_DONE');
    Object.assign(job, { state: 'WAITING', notBefore: now });
    model.events.push(['payment.triedAgain', job.bookingId, { ...toldOf(model, job), note: job.kind }]);
    return { jobId };
  },
};
