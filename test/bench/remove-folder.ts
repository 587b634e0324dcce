import { existsSync, rmSync } from 'node:fs';

const TRIES = 50;
const PAUSE_MS = 100;

/**
 * Removes a folder for good, also while the process ends and nothing can be awaited any more: threads and servers that were told to
 * go write for some moments yet, and what they write meanwhile is left. What is still there after five seconds stays.
 */
export function removeFolder(folder: string): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let tries = 0; tries < TRIES && existsSync(folder); tries++) {
    if (tries > 0) Atomics.wait(pause, 0, 0, PAUSE_MS);
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Not empty after all: once more.
    }
  }
}
