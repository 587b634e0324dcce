import type { ReadDatabase } from '../database.ts';
import { allAccounts } from '../tables/accounts-table.ts';

// What goes to a new voucher does not go back to the account, and what was stopped went nowhere.
const OWED = `SELECT
    (SELECT coalesce(sum(t.amount), 0) FROM tenders t WHERE t.account = ?) AS sold,
    (SELECT coalesce(sum(r.amount), 0) FROM tenders t JOIN refunds r ON r.booking_id = t.booking_id AND r.place = t.place
      WHERE t.account = ? AND r.voucher IS NULL) AS back,
    (SELECT coalesce(sum(p.amount), 0) FROM account_payments p WHERE p.account_id = ?) AS paid`;
const UNTOLD = `SELECT booking_id FROM tenders t WHERE booking_id > ? AND booking_id <= ? AND ((kind = 'wallet') <> (wallet IS NOT NULL)
  OR (kind = 'account') <> EXISTS (SELECT 1 FROM accounts a WHERE a.code = t.account)) LIMIT 1`;

/**
 * What each account owes must be what was sold on it, less what went back to it and what it paid. Limits and payments are compared with the journal.
 * Must run in one snapshot.
 */
export async function accountsProblem(db: ReadDatabase): Promise<string | undefined> {
  for (const { id, code, balance } of await allAccounts(db)) {
    const { sold, back, paid } = (await db.query<{ sold: number; back: number; paid: number }>(OWED).get(code, code, id)) ?? {
      ...{ sold: 0, back: 0, paid: 0 },
    };
    if (balance !== sold - back - paid) return `account ${id} owes ${balance}, the sales leave ${sold - back - paid}`;
  }
  return undefined;
}

/** The first booking in (after, upTo] of which a tender names no wallet payment or no account, though it must. */
export async function payersProblem(db: ReadDatabase, after: number, upTo: number): Promise<string | undefined> {
  const row = await db.query<{ booking_id: number }>(UNTOLD).get(after, upTo);
  return row && `a tender of booking ${row.booking_id} does not say who paid`;
}
