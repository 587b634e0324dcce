/**
 * Each move of a waiting party to another priority is kept, with what stood before it: a second move took the reason of the first away. Of a party that was
 * moved before, only its last move is known.
 */
export const waitlistMoves = `
CREATE TABLE waitlist_moves (
  entry_id INTEGER NOT NULL,
  -- 1 and up for each party.
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  user_name TEXT NOT NULL,
  -- What the party got, and why, in words of a person.
  priority INTEGER NOT NULL,
  reason TEXT NOT NULL,
  -- What it had; empty where that is not known.
  priority_before INTEGER,
  reason_before TEXT,
  PRIMARY KEY (entry_id, number)
) STRICT, WITHOUT ROWID;
INSERT INTO waitlist_moves (entry_id, number, at, user_name, priority, reason)
  SELECT id, 1, moved_at, coalesce(moved_by, ''), priority, reason FROM waitlist WHERE moved_at IS NOT NULL;
ALTER TABLE waitlist DROP COLUMN moved_at;
ALTER TABLE waitlist DROP COLUMN moved_by;
`;
