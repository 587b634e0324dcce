/** Lets a hold be paid later. */
export const timeLimits = `
-- Until when a hold is to be paid, and what becomes of it then: cancel or queue. Null: while its seats are held.
ALTER TABLE bookings ADD COLUMN pay_by INTEGER;
ALTER TABLE bookings ADD COLUMN at_limit TEXT;
CREATE INDEX bookings_pay_by ON bookings (pay_by) WHERE pay_by IS NOT NULL AND state = 'HOLD';
`;
