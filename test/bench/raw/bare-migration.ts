import { performance } from 'node:perf_hooks';
import Sqlite from 'better-sqlite3';
import { changingBookings } from '../../../main/store/migrations/005-changing-bookings.ts';
import { findKeys } from '../../../main/store/migrations/006-find-keys.ts';

const BOOKING = 'version, sold_at, sold_by, sold_desk, user_name, expires_at, party, legs';

/**
 * What the migration writes, written by bare better-sqlite3 in one transaction: each table by one statement, whose values come from the store
 * that has been migrated. Returns milliseconds.
 */
export function bareMigration(second: string, migrated: string, cacheMiB: number): number {
  const from = performance.now();
  const db = new Sqlite(second);
  db.pragma('synchronous = FULL');
  db.pragma(`cache_size = -${cacheMiB * 1_024}`);
  db.prepare('ATTACH ? AS migrated').run(migrated);
  db.exec('BEGIN IMMEDIATE');
  db.exec(changingBookings.script);
  db.exec(`UPDATE bookings SET (${BOOKING}) = (SELECT ${BOOKING} FROM migrated.bookings m WHERE m.id = bookings.id)`);
  db.exec(`UPDATE claims SET segment = m.segment, passenger = m.passenger FROM migrated.claims m
    WHERE m.flight_id = claims.flight_id AND m.seat = claims.seat AND (m.segment > 1 OR m.passenger > 1)`);
  db.exec('UPDATE replies SET booking_version = 1 WHERE booking_id IS NOT NULL');
  db.exec(findKeys.script);
  db.exec('INSERT INTO find_keys SELECT kind, key, booking_id FROM migrated.find_keys ORDER BY kind, key, booking_id');
  db.exec('COMMIT');
  db.close();
  return performance.now() - from;
}
