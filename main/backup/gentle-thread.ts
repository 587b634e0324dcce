import { setPriority } from 'node:os';
import { performance } from 'node:perf_hooks';

/** How much less this thread counts than those that sell, where the system can tell threads apart. */
const NICE = 10;
/** For each part of time at work, so many parts of rest: the disk is left to the commits in between. */
const REST_SHARE = 1;
const REST_MS_MAX = 200;

/** Makes the calling thread, and it alone, give way to those that sell. On Linux a priority of process 0 is that of the calling thread. */
export function giveWay(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(0, NICE);
  } catch {
    // It then works as any other thread does; the rests remain.
  }
}

/** Answers a function to call between two pieces of work: it rests in proportion to the piece before. Blocks its thread. */
export function restBetween(): () => void {
  const still = new Int32Array(new SharedArrayBuffer(4));
  let from = performance.now();
  return () => {
    const rest = Math.min(REST_MS_MAX, (performance.now() - from) * REST_SHARE);
    if (rest >= 1) Atomics.wait(still, 0, 0, rest);
    from = performance.now();
  };
}
