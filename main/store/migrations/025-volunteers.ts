/** Passengers who were asked to give their seat up for a voucher and another flight. */
export const volunteers = `
CREATE TABLE volunteers (
  id INTEGER NOT NULL PRIMARY KEY,
  flight_id INTEGER NOT NULL,
  cabin TEXT NOT NULL,
  -- Who: a passenger of a booking. After a yes of one of a party the booking that this passenger got.
  booking_id INTEGER NOT NULL,
  passenger INTEGER NOT NULL,
  -- The seat when the passenger was asked.
  seat TEXT NOT NULL,
  -- ASKED, TOOK, NO or WITHDRAWN.
  state TEXT NOT NULL,
  -- The voucher that was offered: minor units.
  amount INTEGER NOT NULL,
  currency TEXT NOT NULL,
  -- The flight that was offered, and how much later it arrives than this one was to, in milliseconds.
  way_id INTEGER NOT NULL,
  late_ms INTEGER NOT NULL,
  asked_at INTEGER NOT NULL,
  asked_by TEXT NOT NULL,
  answered_at INTEGER,
  answered_by TEXT,
  -- What the seat on a flight of another carrier costs, in minor units of that flight's currency; else 0.
  rebooked INTEGER NOT NULL,
  voucher_id INTEGER
) STRICT;
CREATE INDEX volunteers_flight ON volunteers (flight_id, cabin);
CREATE INDEX volunteers_booking ON volunteers (booking_id);
`;
