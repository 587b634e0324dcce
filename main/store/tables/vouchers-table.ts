import { assert } from '../../../shared/assert.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

export interface VoucherRow {
  readonly id: number;
  readonly number: string;
  readonly source: 'ISSUED' | 'REFUND' | 'EARLIER';
  readonly booking_id: number | null;
  readonly reason: string;
  readonly currency: string;
  /** Minor units, as is the balance. */
  readonly issued: number;
  readonly balance: number;
  readonly issued_at: number;
  readonly valid_until: number;
}

const COLUMNS = 'id, number, source, booking_id, reason, currency, issued, balance, issued_at, valid_until';

export const voucherByNumber = (db: ReadDatabase, number: string) =>
  db.query<VoucherRow>(`SELECT ${COLUMNS} FROM vouchers WHERE number = ?`).get(number);

export const voucherById = (db: ReadDatabase, id: number) => db.query<VoucherRow>(`SELECT ${COLUMNS} FROM vouchers WHERE id = ?`).get(id);

export const vouchersBetween = (db: ReadDatabase, after: number, upTo: number) =>
  db.query<VoucherRow>(`SELECT ${COLUMNS} FROM vouchers WHERE id > ? AND id <= ? ORDER BY id`).all(after, upTo);

export async function nextVoucherId(db: ReadDatabase): Promise<number> {
  const row = await db.query<{ id: number | null }>('SELECT max(id) AS id FROM vouchers').get();
  return (row?.id ?? 0) + 1;
}

export async function insertVoucher(db: WriteDatabase, row: VoucherRow): Promise<void> {
  const sql = `INSERT INTO vouchers (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const { id, number, source, booking_id, reason, currency, issued, balance, issued_at, valid_until } = row;
  const made = await db.change(sql).run(id, number, source, booking_id, reason, currency, issued, balance, issued_at, valid_until);
  assert(made === 1, 'a voucher was not stored');
}

/** Takes an amount from a balance that has it. The guards stand in the statement: no balance is ever spent twice. */
export async function spendVoucher(db: WriteDatabase, number: string, amount: number, currency: string, now: number): Promise<void> {
  const sql = 'UPDATE vouchers SET balance = balance - ? WHERE number = ? AND currency = ? AND balance >= ? AND valid_until > ?';
  const spent = await db.change(sql).run(amount, number, currency, amount, now);
  assert(spent === 1, `a voucher that was checked could not pay ${amount}`);
}

/** Gives an amount back to a balance, never beyond what the voucher was issued with. */
export async function restoreVoucher(db: WriteDatabase, number: string, amount: number): Promise<void> {
  const restored = await db
    .change('UPDATE vouchers SET balance = balance + ? WHERE number = ? AND balance + ? <= issued')
    .run(amount, number, amount);
  assert(restored === 1, `a voucher could not take ${amount} back`);
}
