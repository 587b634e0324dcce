import { assert } from '../../../shared/assert.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

/** An agency that pays later. Amounts in minor units of its currency. */
export interface AccountRow {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly currency: string;
  readonly credit_limit: number;
  /** What it owes: what was sold on it, less what went back to it and what it has paid. */
  readonly balance: number;
  /** 1: it may pay for sales. */
  readonly open: number;
}

export interface AccountPaymentRow {
  readonly account_id: number;
  readonly event: number;
  readonly at: number;
  readonly desk: string;
  readonly user: string;
  readonly amount: number;
  readonly note: string;
}

const COLUMNS = 'id, code, name, currency, credit_limit, balance, open';

export const accountByCode = (db: ReadDatabase, code: string) =>
  db.query<AccountRow>(`SELECT ${COLUMNS} FROM accounts WHERE code = ?`).get(code);
export const accountById = (db: ReadDatabase, id: number) => db.query<AccountRow>(`SELECT ${COLUMNS} FROM accounts WHERE id = ?`).get(id);
export const allAccounts = (db: ReadDatabase) => db.query<AccountRow>(`SELECT ${COLUMNS} FROM accounts ORDER BY code`).all();

/** Adds an account that owes nothing. Returns it with its number. */
export async function insertAccount(db: WriteDatabase, account: Omit<AccountRow, 'id' | 'balance' | 'open'>): Promise<AccountRow> {
  const last = await db.query<{ id: number | null }>('SELECT max(id) AS id FROM accounts').get();
  const row: AccountRow = { id: (last?.id ?? 0) + 1, ...account, balance: 0, open: 1 };
  const { id, code, name, currency, credit_limit, balance, open } = row;
  const made = await db
    .change(`INSERT INTO accounts (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)`)
    .run(id, code, name, currency, credit_limit, balance, open);
  assert(made === 1, 'an account was not stored');
  return row;
}

export async function changeAccount(db: WriteDatabase, { id, name, credit_limit, open }: AccountRow): Promise<void> {
  const changed = await db
    .change('UPDATE accounts SET name = ?, credit_limit = ?, open = ? WHERE id = ?')
    .run(name, credit_limit, open, id);
  assert(changed === 1, `account ${id} did not change`);
}

/** Sells on account. The guards stand in the statement: no account ever owes more than its limit by a sale. */
export async function chargeAccount(db: WriteDatabase, code: string, amount: number, currency: string): Promise<void> {
  const sql = 'UPDATE accounts SET balance = balance + ? WHERE code = ? AND currency = ? AND open = 1 AND balance + ? <= credit_limit';
  const charged = await db.change(sql).run(amount, code, currency, amount);
  assert(charged === 1, `an account that was checked could not pay ${amount}`);
}

/** What went back makes it owe less. */
export async function relieveAccount(db: WriteDatabase, code: string, amount: number): Promise<void> {
  const relieved = await db.change('UPDATE accounts SET balance = balance - ? WHERE code = ?').run(amount, code);
  assert(relieved === 1, `account ${code} did not get ${amount} back`);
}

/** Writes down that the agency paid, and takes it from what it owes. */
export async function insertAccountPayment(db: WriteDatabase, payment: AccountPaymentRow): Promise<void> {
  const { account_id, event, at, desk, user, amount, note } = payment;
  const sql = 'INSERT INTO account_payments (event, account_id, at, desk, user_name, amount, note) VALUES (?, ?, ?, ?, ?, ?, ?)';
  const made = await db.change(sql).run(event, account_id, at, desk, user, amount, note);
  assert(made === 1, 'a payment of an account was not stored');
  const paid = await db.change('UPDATE accounts SET balance = balance - ? WHERE id = ?').run(amount, account_id);
  assert(paid === 1, `account ${account_id} did not get ${amount}`);
}
