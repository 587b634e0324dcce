import type { WriteDatabase } from '../database.ts';
import { untilCommit } from '../until-commit.ts';
import { readMeta, writeMeta } from './meta-table.ts';

/**
 * How often the schedule was changed. Whatever writes flights must raise it: a preview that was made at one number may not be applied at
 * another, and searches keep the served airports and the routes by it.
 */
export const scheduleGeneration = untilCommit(async (db): Promise<number> => Number((await readMeta(db, 'schedule_generation')) ?? 0));

export async function nextScheduleGeneration(db: WriteDatabase): Promise<void> {
  await writeMeta(db, 'schedule_generation', String((await scheduleGeneration(db)) + 1));
}
