import { type Instant, instant } from '../../shared/instants.ts';
import type { ReadDatabase } from './database.ts';
import { clockStepsBack } from './tables/clock-steps.ts';
import { readMeta } from './tables/meta-table.ts';
import { readTrainingDay } from './tables/training-day.ts';

/**
 * The newest moment that was believed in this store, when its newest entry is of `newestAt`. A training store whose furnishing was cut off has
 * entries of the past alone. It was made later than all of them, and without this its next start would doubt the clock.
 */
export async function newestBelieved(db: ReadDatabase, newestAt: Instant): Promise<Instant> {
  const day = await readTrainingDay(db);
  if (day?.soldTo !== 0 || (await clockStepsBack(db)).length > 0) return newestAt;
  return instant(Math.max(newestAt, Number(await readMeta(db, 'made_at'))));
}
