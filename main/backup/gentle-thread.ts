import { setPriority } from 'node:os';

/** How much less the thread counts than those that sell, where the system can tell threads apart. */
const NICE = 10;
/** For each millisecond of a processor, so many of rest. */
const REST_SHARE = 1;

/**
 * Makes the calling thread, and it alone, give way to those that sell, for as long as it lives. On Linux the priority of process 0 is
 * that of the calling thread; elsewhere it would be that of all.
 */
export function giveWay(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(0, NICE);
  } catch {
    // It then works as any other thread does.
  }
}

/** Answers a function to call between two pieces of work: it rests as long as the piece kept a processor busy. Blocks its thread. */
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
