import { getHeapStatistics } from 'node:v8';

/** A thread that reads a whole store needs 10 to 14 MiB at a time. */
const USED_MAX = 22 * 1_048_576;
/** What a store of many changes makes it keep is no garbage: it is not looked for again before the heap has grown by half. */
const GROWTH = 1.5;

/**
 * Returns a function to call between two pieces of work. It collects the garbage of the calling thread when there is much of it. V8 lets the heap of a thread that lives for
 * seconds grow to three times what it needs, and a hub that is near the bound of its memory makes a backup every hour. Without `gc`, which Node has only where a flag
 * says so, it does nothing.
 */
export function spareMemoryBetween(): () => void {
  let most = USED_MAX;
  return () => {
    if (getHeapStatistics().used_heap_size <= most) return;
    globalThis.gc?.();
    most = Math.max(USED_MAX, getHeapStatistics().used_heap_size * GROWTH);
  };
}
