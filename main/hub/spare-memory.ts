import { getHeapStatistics } from 'node:v8';

/** A thread that reads a whole store needs 10 to 14 MiB at a time. */
const USED_MAX = 22 * 1_048_576;

/**
 * Collects the garbage of the calling thread when there is much of it. To call between two pieces of work. V8 lets the heap of a thread that lives for seconds grow to three
 * times what it needs, and a hub that is near the bound of its memory makes a backup every hour. Without `gc`, which Node has only where a flag says so, it does nothing.
 */
export function spareMemory(): void {
  if (getHeapStatistics().used_heap_size > USED_MAX) globalThis.gc?.();
}
