import type { ReadDatabase, WriteDatabase } from '../database.ts';
import { readMeta, writeMeta } from './meta-table.ts';

/** How often the way that a flight is priced was changed: what was worked out of a flight's fare at one number may be wrong at another. */
export const fareGeneration = async (db: ReadDatabase): Promise<number> => Number((await readMeta(db, 'fare_generation')) ?? 0);

export async function nextFareGeneration(db: WriteDatabase): Promise<void> {
  await writeMeta(db, 'fare_generation', String((await fareGeneration(db)) + 1));
}
