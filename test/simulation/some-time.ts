import type { SeededRandom } from '../../main/seeded-random.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../shared/instants.ts';
import type { Model } from './model/model.ts';
import { weighed } from './weighed.ts';

/** For how long is waited, in ms. */
export function someTime(random: SeededRandom, model: Model, now: number): number {
  // To the very millisecond of a deadline, one before it or one after it, more often than chance would.
  const deadlines = model
    .holds()
    .map(({ expiresAt }) => (expiresAt ?? 0) - now)
    .filter((left) => left > 1);
  if (deadlines.length > 0 && random.below(3) === 0) return Math.max(1, Math.min(...deadlines) + random.below(3) - 1);
  return weighed(random, [
    [5, 1 + random.below(3 * SECOND_MS)],
    [3, random.below(90 * SECOND_MS)],
    [2, random.below(6 * MINUTE_MS)],
    [0.4, random.below(HOUR_MS)],
  ]);
}
