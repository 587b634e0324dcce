import type { Database } from '../database.ts';
import { LAST_BOOKING_NUMBER } from '../locators.ts';
import { lastBookingId } from '../tables/bookings-table.ts';
import { journalEnd } from '../tables/journal-table.ts';
import { writeMeta } from '../tables/meta-table.ts';
import { JournalReach } from './journal-reach.ts';

/**
 * How many entries the journal has lost since it was written last, because its log was deleted or an older file was put in the store's place.
 * Passengers may hold locators that were given in them, so the store leaves out as many booking numbers. Must be called before the first
 * command.
 */
export async function missingEntries(db: Database, file: string, storeId: string): Promise<number> {
  const missing = JournalReach.of(file, storeId) - (await journalEnd(db)).event;
  if (missing <= 0) return 0;
  const given = Math.min((await lastBookingId(db)) + missing, LAST_BOOKING_NUMBER);
  await db.begin();
  await writeMeta(db, 'numbers_given', String(given));
  await db.commit();
  return missing;
}
