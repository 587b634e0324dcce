/**
 * The aircraft of the airline, and which of them a flight got, with its gate and weight limit. An assignment that is replaced ends and is kept: the
 * reasons of persons stand nowhere else.
 */
export const aircraft = `
CREATE TABLE aircraft (
  tail TEXT NOT NULL PRIMARY KEY,
  equipment TEXT NOT NULL,
  -- Null: any map of its equipment.
  seat_map TEXT,
  -- Kilograms of passengers and baggage; null: it sells seats alone.
  weight_limit INTEGER,
  retired INTEGER NOT NULL,
  reason TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  user_name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE assignments (
  id INTEGER NOT NULL PRIMARY KEY,
  flight_id INTEGER NOT NULL,
  tail TEXT,
  gate TEXT NOT NULL,
  -- Of this flight alone; null: that of the aircraft.
  weight_limit INTEGER,
  reason TEXT NOT NULL,
  assigned_at INTEGER NOT NULL,
  user_name TEXT NOT NULL,
  desk TEXT NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE UNIQUE INDEX assignments_flight ON assignments (flight_id) WHERE ended_at IS NULL;
CREATE INDEX assignments_tail ON assignments (tail) WHERE ended_at IS NULL AND tail IS NOT NULL;
CREATE INDEX assignments_gate ON assignments (gate) WHERE ended_at IS NULL AND gate <> '';
`;
