/** A party may wait for one booking class. Those who wait already wait for any. */
export const waitlistClasses = `
ALTER TABLE waitlist ADD COLUMN booking_class TEXT;
`;
