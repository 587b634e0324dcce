/** Passengers who were denied boarding, with what was owed by which rule, and the letters that were printed for them and for volunteers. */
export const denials = `
CREATE TABLE denials (
  id INTEGER NOT NULL PRIMARY KEY,
  flight_id INTEGER NOT NULL,
  cabin TEXT NOT NULL,
  -- Who: a passenger of a booking, after the passenger was moved.
  booking_id INTEGER NOT NULL,
  passenger INTEGER NOT NULL,
  -- The other flight and how much later it arrives than this one was to, in milliseconds; null: none was offered, and the fare went back.
  way_id INTEGER,
  late_ms INTEGER,
  -- To the destination or first stopover, in minor units.
  fare INTEGER NOT NULL,
  fare_currency TEXT NOT NULL,
  -- US or EU; null: no rule is known. The day from which its row is in force.
  regime TEXT,
  since TEXT,
  percent INTEGER,
  -- Minor units; null: not known.
  owed INTEGER,
  owed_currency TEXT,
  rebooked INTEGER NOT NULL,
  reason TEXT NOT NULL,
  author TEXT NOT NULL,
  denied_at INTEGER NOT NULL,
  voucher_id INTEGER
) STRICT;
CREATE INDEX denials_flight ON denials (flight_id, cabin);
CREATE INDEX denials_booking ON denials (booking_id);

CREATE TABLE oversale_letters (
  -- volunteer or denied, and its number.
  kind TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  printed_at INTEGER NOT NULL,
  printed_by TEXT NOT NULL,
  PRIMARY KEY (kind, subject_id)
) STRICT, WITHOUT ROWID;
`;
