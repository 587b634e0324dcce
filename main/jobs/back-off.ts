import { JOB_RETRY_MS_MAX, JOB_RETRY_MS_MIN } from '../../shared/bounds.ts';

/**
 * Milliseconds to wait after so many failed tries: twice as long each time, up to a longest wait. `random` (0 to 1) makes it up to a quarter
 * longer or shorter, so that jobs that failed together are not tried together.
 */
export function backOffMs(tries: number, random: number): number {
  const steady = Math.min(JOB_RETRY_MS_MIN * 2 ** (tries - 1), JOB_RETRY_MS_MAX);
  return Math.round(steady * (0.75 + random / 2));
}
