/**
 * Records of passengers that are kept because they asked for it. A record that was erased stays as an empty row, so that its number is never given
 * again and the journal's entry has something that it is about.
 */
export const customers = `
CREATE TABLE customers (
  id INTEGER NOT NULL PRIMARY KEY,
  surname TEXT NOT NULL,
  given TEXT NOT NULL,
  host_surname TEXT NOT NULL,
  host_given TEXT NOT NULL,
  title TEXT NOT NULL,
  birth_date TEXT,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  -- JSON, as in the contract; null without a document.
  document TEXT,
  kept_at INTEGER NOT NULL,
  kept_by TEXT NOT NULL,
  kept_desk TEXT NOT NULL,
  version INTEGER NOT NULL,
  erased_at INTEGER
) STRICT;
-- What records are found by, in the form of find_keys.
CREATE TABLE customer_keys (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  customer_id INTEGER NOT NULL,
  PRIMARY KEY (kind, key, customer_id)
) STRICT, WITHOUT ROWID;
-- Bookings that were sold with a record, or that it was kept from.
CREATE TABLE customer_bookings (
  customer_id INTEGER NOT NULL,
  booking_id INTEGER NOT NULL,
  PRIMARY KEY (customer_id, booking_id)
) STRICT, WITHOUT ROWID;
`;
