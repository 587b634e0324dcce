/** The first schema. Free seats have no rows: a flight that nobody has booked costs its own row and nothing else. */
export const first = `
CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE settings (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE users (
  user_name TEXT NOT NULL PRIMARY KEY,
  display TEXT NOT NULL,
  role TEXT NOT NULL,
  pin_hash TEXT NOT NULL,
  active INTEGER NOT NULL DEFAULT 1,
  failures INTEGER NOT NULL DEFAULT 0,
  locked_until INTEGER
) STRICT;

-- One row a dated flight. service_day: the local date at the origin, as days since 1970. Fares in minor units.
CREATE TABLE flights (
  id INTEGER NOT NULL PRIMARY KEY,
  carrier TEXT NOT NULL,
  number INTEGER NOT NULL,
  suffix TEXT NOT NULL DEFAULT '',
  origin TEXT NOT NULL,
  destination TEXT NOT NULL,
  service_day INTEGER NOT NULL,
  departs_at INTEGER NOT NULL,
  arrives_at INTEGER NOT NULL,
  equipment TEXT NOT NULL,
  seat_map TEXT NOT NULL,
  base_fare INTEGER NOT NULL,
  currency TEXT NOT NULL,
  strategy TEXT NOT NULL,
  cancelled INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX flights_key ON flights (carrier, number, suffix, origin, service_day);
-- Holds all that a search compares, so that it reads only the flights it shows.
CREATE INDEX flights_route ON flights (origin, destination, departs_at, arrives_at, base_fare, strategy) WHERE cancelled = 0;
CREATE INDEX flights_departures ON flights (origin, departs_at) WHERE cancelled = 0;

-- A row appears with the first hold in a cabin. The guard held + sold < authorised stands in the statement that counts up.
CREATE TABLE cabin_counters (
  flight_id INTEGER NOT NULL,
  cabin TEXT NOT NULL,
  authorised INTEGER NOT NULL,
  held INTEGER NOT NULL,
  sold INTEGER NOT NULL,
  PRIMARY KEY (flight_id, cabin)
) STRICT, WITHOUT ROWID;

-- A seat is sold once because this key cannot hold it twice.
CREATE TABLE claims (
  flight_id INTEGER NOT NULL,
  seat TEXT NOT NULL,
  booking_id INTEGER NOT NULL,
  PRIMARY KEY (flight_id, seat)
) STRICT, WITHOUT ROWID;

-- Holds and bookings. id is the booking number from which the locator is drawn. party, legs: JSON, as in the contract.
CREATE TABLE bookings (
  id INTEGER NOT NULL PRIMARY KEY,
  state TEXT NOT NULL,
  desk TEXT NOT NULL,
  user_name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  hold_ms INTEGER NOT NULL,
  extended INTEGER NOT NULL DEFAULT 0,
  paying_since INTEGER,
  party TEXT NOT NULL,
  legs TEXT NOT NULL,
  currency TEXT NOT NULL,
  total INTEGER NOT NULL,
  phone TEXT,
  email TEXT,
  asked_by TEXT,
  refunded INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX bookings_due ON bookings (expires_at) WHERE state = 'HOLD';

-- Kept from confirmation on, so that a booking is found by flight and by name also after it was cancelled.
CREATE TABLE booking_legs (
  flight_id INTEGER NOT NULL,
  booking_id INTEGER NOT NULL,
  PRIMARY KEY (flight_id, booking_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE booking_passengers (
  booking_id INTEGER NOT NULL,
  place INTEGER NOT NULL,
  type TEXT NOT NULL,
  host_surname TEXT NOT NULL,
  host_given TEXT NOT NULL,
  surname TEXT NOT NULL,
  given TEXT NOT NULL,
  title TEXT NOT NULL,
  birth_date TEXT,
  carried_by INTEGER,
  PRIMARY KEY (booking_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX booking_passengers_name ON booking_passengers (host_surname, host_given, booking_id);

CREATE TABLE tenders (
  booking_id INTEGER NOT NULL,
  place INTEGER NOT NULL,
  kind TEXT NOT NULL,
  amount INTEGER NOT NULL,
  given INTEGER,
  approval_code TEXT,
  voucher TEXT,
  -- The payment at the desk's own terminal, when the card was taken there.
  reference TEXT,
  refunded INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (booking_id, place)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX tenders_voucher ON tenders (voucher) WHERE voucher IS NOT NULL;

-- Every amount put to a card terminal, from before it is asked: what is left PENDING by a crash is cleared up at start.
CREATE TABLE payments (
  reference TEXT NOT NULL PRIMARY KEY,
  booking_id INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  currency TEXT NOT NULL,
  state TEXT NOT NULL,
  approval_code TEXT,
  reason TEXT NOT NULL DEFAULT '',
  refund INTEGER NOT NULL DEFAULT 0,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX payments_pending ON payments (at, reference) WHERE state = 'PENDING';
CREATE INDEX payments_refund_due ON payments (at, reference) WHERE state = 'REFUND_DUE';

CREATE TABLE refund_quotes (
  id INTEGER NOT NULL PRIMARY KEY,
  booking_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  quote TEXT NOT NULL,
  valid_until INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX refund_quotes_booking ON refund_quotes (booking_id, number);

-- The stored reply of every command: same id, same body, same reply. Replies are long, so they stand in the order in which
-- they come and only the short numbers are sorted; being in order of time too, the oldest are found without an index.
CREATE TABLE replies (
  id INTEGER NOT NULL PRIMARY KEY,
  request_id TEXT NOT NULL UNIQUE,
  body_hash TEXT NOT NULL,
  reply TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

-- The journal is the audit too: each hash covers the row and the hash before it.
CREATE TABLE journal (
  event INTEGER NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  type TEXT NOT NULL,
  booking_id INTEGER,
  user_name TEXT NOT NULL,
  desk TEXT NOT NULL,
  data TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX journal_booking ON journal (booking_id, event) WHERE booking_id IS NOT NULL;

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
  PRIMARY KEY (import_id, carrier, number, suffix, origin, service_day)
) STRICT, WITHOUT ROWID;
`;
