import { assert } from '../../../shared/assert.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';
import type { BookingRow } from './bookings-table.ts';
import type { PassengerRow } from './sale-record.ts';

const KEEP = `INSERT INTO booking_versions (booking_id, last_version, party, legs, passengers, total, tenders) VALUES (?, ?, ?, ?, ?, ?, ?)`;

/** Keeps what stood before a change of a sold booking, by the last version that had it. */
export async function keepVersion(
  db: WriteDatabase,
  row: BookingRow,
  { passengers, tenders }: { readonly passengers: readonly PassengerRow[]; readonly tenders: number },
): Promise<void> {
  const kept = await db.change(KEEP).run(row.id, row.version, row.party, row.legs, JSON.stringify(passengers), row.total, tenders);
  assert(kept === 1, `version ${row.version} of booking ${row.id} was not kept`);
}

/** What a booking was up to a version. JSON as in the row; of `tenders` their number. */
export interface KeptVersion {
  readonly party: string;
  readonly legs: string;
  readonly passengers: string;
  readonly total: number;
  readonly tenders: number;
}

const KEPT = 'SELECT party, legs, passengers, total, tenders FROM booking_versions WHERE booking_id = ? AND last_version = ?';
export const keptVersion = (db: ReadDatabase, bookingId: number, version: number) => db.query<KeptVersion>(KEPT).get(bookingId, version);
