/**
 * Many flights of a file are applied by a table that is made beside `flights` and takes its name. A foreign key would follow the table that goes. So
 * what a supervisor decided names its flight without one, like all other tables; flights are never deleted. The few staged flights whose number leaves
 * an airport again are found by an index, because reading a million rows for them holds the writer too.
 */
export const flightsBeside = `
CREATE TABLE authorisations_next (
  id INTEGER NOT NULL PRIMARY KEY,
  flight_id INTEGER NOT NULL,
  cabin TEXT NOT NULL,
  seats_before INTEGER NOT NULL,
  seats_after INTEGER NOT NULL,
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  decided_at INTEGER NOT NULL,
  percent INTEGER
) STRICT;
INSERT INTO authorisations_next (id, flight_id, cabin, seats_before, seats_after, author, reason, decided_at, percent)
  SELECT id, flight_id, cabin, seats_before, seats_after, author, reason, decided_at, percent FROM authorisations;
DROP TABLE authorisations;
ALTER TABLE authorisations_next RENAME TO authorisations;
CREATE INDEX authorisations_flight ON authorisations (flight_id, id);

CREATE TABLE class_overrides_next (
  id INTEGER NOT NULL PRIMARY KEY,
  flight_id INTEGER,
  origin TEXT,
  destination TEXT,
  first_day INTEGER,
  last_day INTEGER,
  cabin TEXT NOT NULL,
  class_code TEXT NOT NULL,
  decision TEXT NOT NULL,
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  decided_at INTEGER NOT NULL
) STRICT;
INSERT INTO class_overrides_next (id, flight_id, origin, destination, first_day, last_day, cabin, class_code, decision, author, reason, decided_at)
  SELECT id, flight_id, origin, destination, first_day, last_day, cabin, class_code, decision, author, reason, decided_at FROM class_overrides;
DROP TABLE class_overrides;
ALTER TABLE class_overrides_next RENAME TO class_overrides;

CREATE INDEX staged_flights_repeated ON staged_flights (import_id, carrier, number, suffix, origin, service_day) WHERE departure > 1;
`;
