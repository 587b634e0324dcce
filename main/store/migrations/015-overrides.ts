/**
 * What a supervisor decides by hand in place of the system: how many seats of a cabin may be sold, and which booking classes are open. Rows are
 * only ever added, each with its author and reason. The reason stays out of the journal, because a person types it.
 */
export const overrides = `
CREATE TABLE authorisations (
  id INTEGER NOT NULL PRIMARY KEY,
  flight_id INTEGER NOT NULL REFERENCES flights (id),
  cabin TEXT NOT NULL,
  seats_before INTEGER NOT NULL,
  seats_after INTEGER NOT NULL,
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  decided_at INTEGER NOT NULL
) STRICT;
CREATE INDEX authorisations_flight ON authorisations (flight_id, id);

-- Of a flight, or of a route from the first to the last local day of departure, in days since 1970.
CREATE TABLE class_overrides (
  id INTEGER NOT NULL PRIMARY KEY,
  flight_id INTEGER REFERENCES flights (id),
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
`;
