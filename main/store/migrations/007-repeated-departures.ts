import type { Migration } from '../migration.ts';

/**
 * One flight number may leave the same airport twice a day: island hops do. So a flight's key gets the number of its departure. A flight also
 * keeps how many days after its day of operation it departs, because a file speaks for days of operation. What was staged is discarded, as
 * at every start.
 */
export const repeatedDepartures: Migration = {
  script: `
ALTER TABLE flights ADD COLUMN departure INTEGER NOT NULL DEFAULT 1;
ALTER TABLE flights ADD COLUMN day_shift INTEGER NOT NULL DEFAULT 0;
DROP INDEX flights_key;
CREATE UNIQUE INDEX flights_key ON flights (carrier, number, suffix, origin, service_day, departure);
-- The few flights whose number has left the same airport before on that day.
CREATE INDEX flights_repeated ON flights (carrier, number, suffix, origin, service_day) WHERE departure > 1;

DROP TABLE staged_flights;
-- Flights read from a file and waiting to be applied. The key is that of flights, so that both are compared by it.
CREATE TABLE staged_flights (
  import_id TEXT NOT NULL,
  carrier TEXT NOT NULL,
  number INTEGER NOT NULL,
  suffix TEXT NOT NULL,
  origin TEXT NOT NULL,
  destination TEXT NOT NULL,
  service_day INTEGER NOT NULL,
  departs_at INTEGER NOT NULL,
  arrives_at INTEGER NOT NULL,
  equipment TEXT NOT NULL,
  seat_map TEXT NOT NULL,
  base_fare INTEGER NOT NULL,
  currency TEXT NOT NULL,
  departure INTEGER NOT NULL,
  day_shift INTEGER NOT NULL,
  PRIMARY KEY (import_id, carrier, number, suffix, origin, service_day, departure)
) STRICT, WITHOUT ROWID;
`,
};
