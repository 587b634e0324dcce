import type { Input, Output } from '../../shared/contract.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { jobById, moveJob } from '../store/tables/jobs-table.ts';
import type { Command } from './command.ts';
import { tellOfJob } from './record-job.ts';

/** Makes a job due now, for a supervisor. A dead letter that has had all its tries gets one more. If that fails too, it is a dead letter again. */
export const tryJobAgain: Command<Input<'jobs.tryAgain'>, Output<'jobs.tryAgain'>> = async (context, { jobId }) => {
  const job = await jobById(context.db, jobId);
  if (!job) return refuse('JOB_UNKNOWN', { jobId });
  if (job.state === 'DONE' || job.state === 'STOPPED') return refuse('JOB_DONE', { jobId });
  await moveJob(context.db, job, { state: 'WAITING', notBefore: context.now });
  await tellOfJob(context, job, 'payment.triedAgain');
  return accept({ jobId });
};
