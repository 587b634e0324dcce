/**
 * Airports that a supervisor added or corrected. A row says all that is known of the airport from a day on, local to it. Rows are never changed or deleted,
 * so it can be read how an airport was known when a flight was sold.
 */
export const airportChanges = `
CREATE TABLE airport_changes (
  number INTEGER NOT NULL PRIMARY KEY,
  code TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  name TEXT NOT NULL,
  city TEXT NOT NULL,
  city_code TEXT NOT NULL,
  country TEXT NOT NULL,
  -- Ten-thousandths of a degree.
  north INTEGER NOT NULL,
  east INTEGER NOT NULL,
  zone TEXT NOT NULL,
  closed INTEGER NOT NULL,
  reason TEXT NOT NULL,
  user_name TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
`;
