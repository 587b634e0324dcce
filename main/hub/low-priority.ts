import { setPriority } from 'node:os';

/** How much less the thread counts than those that sell, where the system can tell threads apart. */
const NICE = 10;
/** For each millisecond of a processor, so many of rest: at most a third of one processor is taken, a sixth of two. */
const REST_SHARE = 2;

/**
 * Makes the calling thread, and it alone, give way to those that sell, for as long as it lives; answers whether it does. On Linux the
 * priority of process 0 is that of the calling thread; elsewhere it would be that of all.
 */
export function giveWay(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    setPriority(0, NICE);
    return true;
  } catch {
    return false;
  }
}

/** Answers a function to call between two pieces of work: it rests in proportion to what the piece took of a processor. Blocks its thread. */
export function restBetween(): () => void {
  const still = new Int32Array(new SharedArrayBuffer(4));
  let before = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(before);
    const rest = ((user + system) / 1_000) * REST_SHARE;
    if (rest >= 1) Atomics.wait(still, 0, 0, rest);
    before = process.threadCpuUsage();
  };
}
