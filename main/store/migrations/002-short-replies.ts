/** A stored reply that tells of a booking names the booking, and leaves out party and legs, which are in the booking's row. */
export const shortReplies = `
ALTER TABLE replies ADD COLUMN booking_id INTEGER;
`;
