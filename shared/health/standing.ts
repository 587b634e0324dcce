import type { FigureUnit } from './figures.ts';

/** over: past its limit. near: not far from it. unknown: nothing happened that would tell. */
export type Standing = 'over' | 'near' | 'good' | 'unknown';

/** From so much of a limit on a figure is near it. */
const NEAR = 0.7;
/**
 * With fewer misses a share, the time of 99 of 100 or the slowest is no alarm. One of two is chance, of fewer than a hundred the slowest alone would decide, and a
 * single slow write calls for nothing: an alarm must stand for what a supervisor can act on.
 */
export const MISSES_MIN = 3;

/** How a figure stands to its limit. `missed`: of a share, how many were missed, and of times and the slowest, how many were longer; left out where one value is enough. */
export function standingOf(unit: FigureUnit, now: number | null, limit: number, missed = Number.POSITIVE_INFINITY): Standing {
  if (now === null) return 'unknown';
  if (unit !== 'share') return now > limit && missed >= MISSES_MIN ? 'over' : now > limit * NEAR ? 'near' : 'good';
  if (now < limit) return missed < MISSES_MIN ? 'near' : 'over';
  return missed >= MISSES_MIN && 100 - now > (100 - limit) * NEAR ? 'near' : 'good';
}
