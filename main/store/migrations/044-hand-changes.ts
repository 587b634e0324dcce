/** What supervisors changed in the schedule by hand. The reasons of persons stand nowhere else. */
export const handChanges = `
CREATE TABLE hand_changes (
  number INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  carrier TEXT NOT NULL,
  flight_number INTEGER NOT NULL,
  suffix TEXT NOT NULL,
  -- Local dates at the origin, in days since 1970, both included.
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  -- What was changed, in words without anything that a person typed.
  said TEXT NOT NULL,
  reason TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  user_name TEXT NOT NULL,
  desk TEXT NOT NULL
) STRICT;
CREATE INDEX hand_changes_flight ON hand_changes (carrier, flight_number, suffix, to_day);
`;
