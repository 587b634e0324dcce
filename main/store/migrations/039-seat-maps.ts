/**
 * Seat maps that the airline drew. A map is never changed and never deleted: a new version is another row with another id.
 * - seat_map_turns: which map takes over from which day, in the order in which it was decided. Rows are only ever added.
 * - kept_seat_maps: flights that had passengers when a map took over from flights without sales alone. A schedule file that is read
 *   again leaves them with the map that they have.
 */
export const seatMaps = `
CREATE TABLE seat_maps (
  -- own- and the hash of all that it is, so that it never means something else, not even after it was undone.
  id TEXT NOT NULL PRIMARY KEY,
  -- Empty: for any carrier.
  carrier TEXT NOT NULL,
  equipment TEXT NOT NULL,
  -- What a schedule file calls it: F8Y120.
  configuration TEXT NOT NULL,
  version INTEGER NOT NULL,
  -- JSON of shared/seat-map.ts.
  map TEXT NOT NULL,
  user_name TEXT NOT NULL,
  reason TEXT NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX seat_maps_version ON seat_maps (carrier, equipment, configuration, version);
CREATE TABLE seat_map_turns (
  number INTEGER NOT NULL PRIMARY KEY,
  map_id TEXT NOT NULL,
  -- Days local to the origin of a flight, both included; without an end it is for good.
  from_day INTEGER NOT NULL,
  until_day INTEGER,
  only_unsold INTEGER NOT NULL,
  user_name TEXT NOT NULL,
  reason TEXT NOT NULL,
  turned_at INTEGER NOT NULL
) STRICT;
CREATE TABLE kept_seat_maps (
  flight_id INTEGER NOT NULL,
  -- The map that was to take over, and the one that the flight kept.
  instead_of TEXT NOT NULL,
  keeps TEXT NOT NULL,
  PRIMARY KEY (flight_id, instead_of)
) STRICT, WITHOUT ROWID;
`;
