/**
 * Keeps the names of desks, so that a mistyped one is noticed at sign-in. The desks of an older store are those that have sold or hold now. Who
 * signs in at another one is asked once whether it is new.
 */
export const desks = `
CREATE TABLE desks (name TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO desks (name)
  SELECT sold_desk FROM bookings WHERE sold_at IS NOT NULL
  UNION SELECT desk FROM bookings WHERE state = 'HOLD';
`;
