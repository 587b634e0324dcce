import { setTimeout as wait } from 'node:timers/promises';
import type { LoadHub } from './load-hub.ts';

const HEARD_MS_MAX = 30_000;
const TICKS_MS = 1_000;

/** Waits until all that was done is told; what a console has not heard then of what it follows was lost. */
export async function lostEvents({ consoles, watch }: Pick<LoadHub, 'consoles' | 'watch'>): Promise<readonly string[]> {
  const state = await consoles[0]?.accepted('session.state', {});
  const newest = state?.event ?? 0;
  const end = performance.now() + HEARD_MS_MAX;
  while (watch.heard.witnessed < newest && performance.now() < end) await wait(20);
  if (watch.heard.witnessed < newest) return [`not all up to event ${newest} was told`];
  // Frames of the same tick are on their way to the others.
  await wait(TICKS_MS);
  return watch.heard.proveAll(newest);
}
