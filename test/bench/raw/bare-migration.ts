import { performance } from 'node:perf_hooks';
import Sqlite from 'better-sqlite3';
import { MIGRATIONS } from '../../../main/store/migrate.ts';
import { changingBookings } from '../../../main/store/migrations/005-changing-bookings.ts';
import { findKeys } from '../../../main/store/migrations/006-find-keys.ts';
import { shifts } from '../../../main/store/migrations/022-shifts.ts';
import { assert } from '../../../shared/assert.ts';

const BOOKING = 'version, sold_at, sold_by, sold_desk, user_name, expires_at, party, legs';
const TENDER = 'event, at, desk, user_name, document';
const REFUND = 'event, desk, user_name';

/** What a migration writes beside its script: each table by one statement. */
const ROWS = new Map([
  [
    changingBookings,
    `UPDATE bookings SET (${BOOKING}) = (SELECT ${BOOKING} FROM migrated.bookings m WHERE m.id = bookings.id);
    UPDATE claims SET segment = m.segment, passenger = m.passenger FROM migrated.claims m
      WHERE m.flight_id = claims.flight_id AND m.seat = claims.seat AND (m.segment > 1 OR m.passenger > 1);
    INSERT INTO offers SELECT * FROM migrated.offers ORDER BY id;
    UPDATE replies SET booking_version = 1 WHERE booking_id IS NOT NULL;
    DELETE FROM replies WHERE booking_id IS NULL AND reply LIKE '{"ok":true,"value":{"quoteId":%';
    DROP TABLE refund_quotes;`,
  ],
  [findKeys, 'INSERT INTO find_keys SELECT kind, key, booking_id FROM migrated.find_keys ORDER BY kind, key, booking_id;'],
  [
    shifts,
    `UPDATE tenders SET (${TENDER}) = (SELECT ${TENDER} FROM migrated.tenders m WHERE m.booking_id = tenders.booking_id AND m.place = tenders.place);
    UPDATE refunds SET (${REFUND}) = (SELECT ${REFUND} FROM migrated.refunds m WHERE m.id = refunds.id);
    CREATE INDEX tenders_desk ON tenders (desk, event);
    CREATE INDEX refunds_desk ON refunds (desk, event);`,
  ],
]);

/**
 * What the migrations from the second version on write, written by bare better-sqlite3 in one transaction. Values that they work out come from
 * the store that has been migrated. Returns milliseconds.
 */
export function bareMigration(second: string, migrated: string, cacheMiB: number): number {
  const from = performance.now();
  const db = new Sqlite(second);
  db.pragma('synchronous = FULL');
  db.pragma(`cache_size = -${cacheMiB * 1_024}`);
  db.prepare('ATTACH ? AS migrated').run(migrated);
  db.exec('BEGIN IMMEDIATE');
  for (const migration of MIGRATIONS.slice(2)) {
    const rows = ROWS.get(migration);
    assert((rows !== undefined) === (migration.rows !== undefined), 'the rows of each migration are written here too');
    db.exec(migration.script);
    if (rows) db.exec(rows);
  }
  db.exec('INSERT INTO schema_version SELECT version FROM migrated.schema_version WHERE version > 2');
  db.exec('COMMIT');
  db.close();
  return performance.now() - from;
}
