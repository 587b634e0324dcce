import type { ReadDatabase, WriteDatabase } from '../database.ts';
import { readMeta, writeMeta } from './meta-table.ts';

/** How often the pricing of a flight was changed. Fares that were worked out at one number may be wrong at another; so may kept routes. */
export const fareGeneration = async (db: ReadDatabase): Promise<number> => Number((await readMeta(db, 'fare_generation')) ?? 0);

export async function nextFareGeneration(db: WriteDatabase): Promise<void> {
  await writeMeta(db, 'fare_generation', String((await fareGeneration(db)) + 1));
}
