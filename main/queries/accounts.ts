import { STATEMENT_LINES_MAX } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { accountByCode, accountById, allAccounts } from '../store/tables/accounts-table.ts';
import { accountView } from '../views/account-view.ts';
import type { Query } from './query.ts';

interface Line {
  readonly event: number;
  readonly at: number;
  readonly kind: Output<'accounts.statement'>['lines'][number]['kind'];
  readonly booking_id: number | null;
  readonly desk: string;
  readonly user: string;
  readonly amount: number;
  readonly note: string;
}

// What a refund brought to a new voucher did not reach the account.
const SOLD = `SELECT event, at, document AS kind, booking_id, desk, user_name AS user, amount, '' AS note FROM tenders
  WHERE account IN (?) AND amount > 0 ORDER BY event DESC, booking_id, place LIMIT 1 + ?`;
const BACK = `SELECT r.event, r.at, 'refund' AS kind, r.booking_id, r.desk, r.user_name AS user, -r.amount AS amount, r.reason AS note
  FROM tenders t JOIN refunds r ON r.booking_id = t.booking_id AND r.place = t.place
  WHERE t.account IN (?) AND r.voucher IS NULL ORDER BY r.event DESC, r.booking_id, r.place LIMIT 1 + ?`;
const PAID = `SELECT event, at, 'payment' AS kind, NULL AS booking_id, desk, user_name AS user, -amount AS amount, note FROM account_payments
  WHERE account_id IN (?) ORDER BY event DESC LIMIT 1 + ?`;
const LINES = `SELECT (SELECT count(*) FROM tenders WHERE account = ? AND amount > 0) + (SELECT count(*) FROM tenders t JOIN refunds r
    ON r.booking_id = t.booking_id AND r.place = t.place WHERE t.account = ? AND r.voucher IS NULL)
  + (SELECT count(*) FROM account_payments WHERE account_id = ?) AS lines`;

/** All accounts, by code, or the one that is meant. */
export const accountList: Query<Input<'accounts.list'>, Output<'accounts.list'>> = async ({ db }, { code }) => {
  const one = code === undefined ? undefined : await accountByCode(db, code);
  const accounts = code === undefined ? await allAccounts(db) : one ? [one] : [];
  return accept({ accounts: accounts.map(accountView) });
};

/** An account with what changed its balance last. */
export const accountStatement: Query<Input<'accounts.statement'>, Output<'accounts.statement'>> = async (
  { db, locators },
  { accountId },
) => {
  const account = await accountById(db, accountId);
  if (!account) return refuse('ACCOUNT_UNKNOWN', { account: accountId });
  const { id, code } = account;
  const most = STATEMENT_LINES_MAX;
  const rows = [
    ...(await db.query<Line>(SOLD).all(code, most)),
    ...(await db.query<Line>(BACK).all(code, most)),
    ...(await db.query<Line>(PAID).all(id, most)),
  ].sort((a, b) => b.event - a.event);
  const all = await db.query<{ lines: number }>(LINES).get(code, code, id);
  const lines = rows.slice(0, most).map(({ booking_id, ...line }) => ({
    ...line,
    locator: booking_id === null ? null : locators.of(booking_id),
  }));
  return accept({ account: accountView(account), lines, more: (all?.lines ?? 0) - lines.length });
};
