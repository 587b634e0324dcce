/**
 * More kinds of tenders: a wallet names what it calls the payment, an account who pays later. A refund to a wallet is due until a supervisor has sent
 * it (`sent_as`: what the wallet calls that). Each payment of an agency is a row, by the entry of the journal that tells of it.
 */
export const accounts = `
ALTER TABLE tenders ADD COLUMN wallet TEXT;
ALTER TABLE tenders ADD COLUMN account TEXT;
CREATE INDEX tenders_wallet ON tenders (wallet) WHERE wallet IS NOT NULL;
CREATE INDEX tenders_account ON tenders (account, event) WHERE account IS NOT NULL;
ALTER TABLE refunds ADD COLUMN sent_as TEXT;
CREATE TABLE accounts (
  id INTEGER NOT NULL PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  currency TEXT NOT NULL,
  -- Minor units: how much it may owe, and what it owes.
  credit_limit INTEGER NOT NULL,
  balance INTEGER NOT NULL,
  open INTEGER NOT NULL
) STRICT;
CREATE TABLE account_payments (
  event INTEGER NOT NULL PRIMARY KEY,
  account_id INTEGER NOT NULL,
  at INTEGER NOT NULL,
  desk TEXT NOT NULL,
  user_name TEXT NOT NULL,
  amount INTEGER NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX account_payments_account ON account_payments (account_id, event);
`;
