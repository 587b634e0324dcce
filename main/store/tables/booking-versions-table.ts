import { assert } from '../../../shared/assert.ts';
import type { WriteDatabase } from '../database.ts';
import type { BookingRow } from './bookings-table.ts';
import type { PassengerRow } from './sale-record.ts';

const KEEP = `INSERT INTO booking_versions (booking_id, last_version, party, legs, passengers, total) VALUES (?, ?, ?, ?, ?, ?)`;

/** Keeps what stood before a change of a sold booking, by the last version that had it. */
export async function keepVersion(db: WriteDatabase, row: BookingRow, passengers: readonly PassengerRow[]): Promise<void> {
  const kept = await db.change(KEEP).run(row.id, row.version, row.party, row.legs, JSON.stringify(passengers), row.total);
  assert(kept === 1, `version ${row.version} of booking ${row.id} was not kept`);
}
