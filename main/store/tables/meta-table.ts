import type { ReadDatabase, WriteDatabase } from '../database.ts';

/**
 * Facts about the store itself. Written once, at its making, but for the count of changes to the schedule, how far an import of many flights is, the count that a
 * backup carries, the entries at which time was set back, the last booking number that a store which this one replaced may have given
 * out, the last Z of each desk that it gave, the entry of the journal up to which sales are scored, how many receipts of policies were written, and, of a training
 * store, that its flights are sold by simulated desks, and until when the flights of the sample day are all there.
 */
export type MetaKey =
  | 'store_id'
  | 'mode'
  | 'locator_key'
  | 'made_at'
  | 'schedule_generation'
  | 'schedule_switch'
  | 'journal_end'
  | 'backup_bookings'
  | 'numbers_given'
  | 'zs_given'
  | 'clock_steps'
  | 'training_day'
  | 'sample_day'
  | 'scored_to'
  | 'receipts';

export async function readMeta(db: ReadDatabase, key: MetaKey): Promise<string | undefined> {
  return (await db.query<{ value: string }>('SELECT value FROM meta WHERE key = ?').get(key))?.value;
}

export const writeMeta = (db: WriteDatabase, key: MetaKey, value: string) =>
  db.change('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(key, value);
