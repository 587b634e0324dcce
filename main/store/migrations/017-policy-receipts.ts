/**
 * What became of each published policy: a receipt, worked out once when it is in force, and its score, added up sale by sale. Sales before this
 * migration are scored for nobody: their fares say no policy.
 */
export const policyReceipts = `
-- receipt: JSON, as in the contract. A version in force that has no row is still to be worked out.
CREATE TABLE policy_receipts (
  version INTEGER NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  receipt TEXT NOT NULL
) STRICT;

-- Seats that were sold under a version and are still sold, and what they would have cost without it, in minor units.
CREATE TABLE policy_scores (
  version INTEGER NOT NULL,
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
  PRIMARY KEY (version, currency)
) STRICT, WITHOUT ROWID;

CREATE INDEX policies_authored ON policies (version) WHERE author <> '';
INSERT INTO meta (key, value) SELECT 'scored_to', CAST(coalesce(max(event), 0) AS TEXT) FROM journal;
`;
