import type { JobKind } from '../../shared/methods/jobs.ts';
import type { DueJob } from '../queries/jobs.ts';

export type JobAnswer =
  | { readonly done: true; readonly answer: string }
  /** `lasting`: trying again will not help, so a supervisor is asked at once. */
  | { readonly done: false; readonly answer: string; readonly lasting: boolean };

/**
 * How each kind of job is done. A job may be done twice, when its result could not be stored: its work must be safe to repeat. It may throw,
 * and it must stop when the signal says so.
 */
export type JobWork = { readonly [Kind in JobKind]: (job: DueJob, signal: AbortSignal) => Promise<JobAnswer> };
