/**
 * How many fares were held or sold with the code of a promotion, and by which bookings. The stock stands in the policy. It may change there
 * while holds run, so that uses are counted and not what is left.
 */
export const promotions = `
CREATE TABLE promotions (
  code TEXT NOT NULL PRIMARY KEY,
  used INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- Of holds and of sold bookings. A booking that ends unpaid or is cancelled gives its uses back.
CREATE TABLE promotion_uses (
  booking_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  uses INTEGER NOT NULL,
  PRIMARY KEY (booking_id, code)
) STRICT, WITHOUT ROWID;
`;
