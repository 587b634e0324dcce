/**
 * What was paid to passengers who were denied boarding: once for each, by its key. It says with which entry of the journal, when, at which desk and by
 * whom, so that a shift counts it. A voucher that was issued before stands with its denial alone, because no shift counted it.
 */
export const compensations = `
CREATE TABLE compensations (
  denial_id INTEGER NOT NULL PRIMARY KEY,
  -- cash or voucher.
  kind TEXT NOT NULL,
  -- Minor units.
  amount INTEGER NOT NULL,
  currency TEXT NOT NULL,
  voucher_id INTEGER,
  event INTEGER NOT NULL,
  at INTEGER NOT NULL,
  desk TEXT NOT NULL,
  user_name TEXT NOT NULL
) STRICT;
CREATE INDEX compensations_desk ON compensations (desk, event);
`;
