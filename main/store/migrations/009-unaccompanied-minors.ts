/** A booking of unaccompanied minors says which supervisor has said yes to it. Empty for all others, and for those that were sold before. */
export const unaccompaniedMinors = 'ALTER TABLE bookings ADD COLUMN minors_by TEXT;';
