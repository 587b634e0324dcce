/**
 * What sales under each decision by hand about a booking class have earned, added up sale by sale beside the scores of policies. Sales that were
 * scored before this migration are scored for no decision: their part of the journal is not read again.
 */
export const overrideScores = `
-- Seats that were sold while the decision counted and are still sold, and what they would have cost without it, in minor units.
CREATE TABLE override_scores (
  override_id INTEGER NOT NULL,
  currency TEXT NOT NULL,
  seats INTEGER NOT NULL,
  paid INTEGER NOT NULL,
  before_least INTEGER NOT NULL,
  before_most INTEGER NOT NULL,
  dearer INTEGER NOT NULL,
  unknown INTEGER NOT NULL,
  given_back INTEGER NOT NULL,
  first_booking INTEGER,
  first_at INTEGER,
  PRIMARY KEY (override_id, currency)
) STRICT, WITHOUT ROWID;
`;
