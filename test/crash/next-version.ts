import { MIGRATIONS } from '../../main/store/migrate.ts';
import type { Migration } from '../../main/store/migration.ts';

/** What a later version may do to a store: a column for every booking, worked out, and a table and an index made from it. */
export const NEXT_VERSION: readonly Migration[] = [
  ...MIGRATIONS,
  {
    script: `ALTER TABLE bookings ADD COLUMN seats INTEGER NOT NULL DEFAULT 0;
   UPDATE bookings SET seats = (SELECT coalesce(sum(json_array_length(leg.value, '$.seats')), 0) FROM json_each(bookings.legs) AS leg);
   CREATE INDEX bookings_seats ON bookings (seats, id);`,
  },
  {
    script: `CREATE TABLE fares (flight_id INTEGER NOT NULL PRIMARY KEY, fare INTEGER NOT NULL) STRICT;
   INSERT INTO fares (flight_id, fare) SELECT id, base_fare * 2 FROM flights;
   UPDATE flights SET base_fare = base_fare + 1;`,
  },
];
