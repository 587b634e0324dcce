import { setTimeout as wait } from 'node:timers/promises';
import type { SeededRandom } from '../../main/seeded-random.ts';

export interface Pace {
  readonly random: SeededRandom;
  /** Between the beginnings of two calls, on average: somebody reads, speaks, types. */
  readonly thinkMs: number;
  /** When it ends, by performance.now(). */
  readonly until: number;
}

/**
 * One person at a console: the next call is due a while after the one before was due, however long that took; if it took longer, the next comes at
 * once. So a hub that is slow for a moment is not asked less.
 */
export async function paced({ random, thinkMs, until }: Pace, work: () => Promise<void>): Promise<void> {
  let due = performance.now() + random.next() * thinkMs;
  while (due < until) {
    const ms = due - performance.now();
    if (ms > 0) await wait(ms);
    if (performance.now() >= until) return;
    await work();
    due += -Math.log(1 - random.next()) * thinkMs;
  }
}
