import type { ReadDatabase } from '../../main/store/database.ts';
import type { SqliteDatabase } from '../../main/store/sqlite.ts';
import { Failure } from './failure.ts';

interface SeenAccount {
  readonly code: string;
  readonly balance: number;
  readonly most: number;
  /** By what was paid on it, went back to it and was received for it. */
  readonly owes: number;
}

const ACCOUNTS = `SELECT a.code, a.balance, a.credit_limit AS most,
    coalesce((SELECT sum(t.amount) FROM tenders t WHERE t.account = a.code), 0)
    - coalesce((SELECT sum(r.amount) FROM tenders t JOIN refunds r ON r.booking_id = t.booking_id AND r.place = t.place
        WHERE t.account = a.code AND r.voucher IS NULL), 0)
    - coalesce((SELECT sum(p.amount) FROM account_payments p WHERE p.account_id = a.id), 0) AS owes
  FROM accounts a ORDER BY a.id`;

/** What each account owes follows from its sales, refunds and payments. What rose since `before` stays within the limit. Returns what each owes. */
export function checkAccounts(db: ReadDatabase, before: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const rows = (db as SqliteDatabase).query<SeenAccount>(ACCOUNTS).all() as SeenAccount[];
  for (const { code, balance, most, owes } of rows) {
    if (balance !== owes) throw new Failure('account', `${code} owes ${balance}, its sales, refunds and payments make ${owes}`);
    const had = before.get(code);
    if (had !== undefined && balance > had && balance > most)
      throw new Failure('account limit', `${code} owes ${balance}, it may owe ${most} and owed ${had} before`);
  }
  return new Map(rows.map(({ code, balance }) => [code, balance]));
}
