import { setPriority } from 'node:os';

/** How much lower the thread's priority is than that of the threads that sell, where the system has priorities for threads. */
const NICE = 10;
/** Milliseconds of rest for each millisecond of processor time: so at most a third of one processor is used, or a sixth of two. */
const REST_SHARE = 2;

/**
 * Lowers the priority of the calling thread alone, for as long as it lives, so that threads that sell come first. On Linux the priority of process 0 is that of
 * the calling thread. On other systems it would be that of all threads, so there it stays as it is, and so it does where the system refuses.
 */
export function giveWay(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(0, NICE);
  } catch {}
}

/** Returns a function to call between two pieces of work. It rests in proportion to the processor time that the piece took, and blocks its thread. `share`: milliseconds for each. */
export function restBetween(share = REST_SHARE): () => void {
  const still = new Int32Array(new SharedArrayBuffer(4));
  let before = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(before);
    const rest = ((user + system) / 1_000) * share;
    if (rest >= 1) Atomics.wait(still, 0, 0, rest);
    before = process.threadCpuUsage();
  };
}
