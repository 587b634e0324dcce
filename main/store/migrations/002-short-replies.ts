/** A reply that tells of a booking names it, and leaves out what never changes of a booking: that stands in the booking's row. */
export const shortReplies = `
ALTER TABLE replies ADD COLUMN booking_id INTEGER;
`;
