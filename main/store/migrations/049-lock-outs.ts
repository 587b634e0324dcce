/**
 * Counts wrong PINs by user and desk, so that nobody at one desk can lock a user out at another. What was counted before counts at every desk that is known, until
 * its time is over; a count of a version that had no end begins anew.
 */
export const lockOuts = `
CREATE TABLE lock_outs (
  user_name TEXT NOT NULL,
  desk TEXT NOT NULL,
  failures INTEGER NOT NULL,
  locked_until INTEGER NOT NULL,
  PRIMARY KEY (user_name, desk)
) STRICT, WITHOUT ROWID;
INSERT INTO lock_outs (user_name, desk, failures, locked_until)
  SELECT user_name, name, failures, locked_until FROM users CROSS JOIN desk_names WHERE failures > 0 AND locked_until IS NOT NULL;
ALTER TABLE users DROP COLUMN failures;
ALTER TABLE users DROP COLUMN locked_until;
`;
