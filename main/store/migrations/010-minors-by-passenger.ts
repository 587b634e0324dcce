/**
 * Each passenger says whether they travel as an unaccompanied minor. In bookings of before, a supervisor has said yes to all who travel: each of
 * them is a child, because no adult may be with them.
 */
export const minorsByPassenger = `
ALTER TABLE booking_passengers ADD COLUMN unaccompanied INTEGER NOT NULL DEFAULT 0;
UPDATE booking_passengers SET unaccompanied = 1 WHERE booking_id IN (SELECT id FROM bookings WHERE minors_by IS NOT NULL);
`;
