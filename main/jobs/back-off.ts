import { JOB_RETRY_MS_MAX, JOB_RETRY_MS_MIN } from '../../shared/bounds.ts';

/**
 * How long to wait after so many tries that failed, in milliseconds: twice as long each time, up to the longest. `random` (0 to 1) makes it a
 * quarter more or less, so that what failed together is not tried together.
 */
export function backOffMs(tries: number, random: number): number {
  const steady = Math.min(JOB_RETRY_MS_MIN * 2 ** (tries - 1), JOB_RETRY_MS_MAX);
  return Math.round(steady * (0.75 + random / 2));
}
