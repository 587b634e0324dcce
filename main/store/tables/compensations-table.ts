import { assert } from '../../../shared/assert.ts';
import type { EventData } from '../../../shared/events.ts';
import type { CompensationKind } from '../../../shared/methods/compensation.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

/** What was paid to a passenger who was denied boarding. Rows are only ever added. `amount`: minor units. */
export interface CompensationRow {
  readonly denial_id: number;
  readonly kind: CompensationKind;
  readonly amount: number;
  readonly currency: string;
  readonly voucher_id: number | null;
  /** The first entry of the journal that was written with it. */
  readonly event: number;
  readonly at: number;
  readonly desk: string;
  readonly user: string;
}

const COLUMNS = 'denial_id, kind, amount, currency, voucher_id, event, at, desk, user_name';
const READ = COLUMNS.replace('user_name', 'user_name AS user');

export const compensationOf = (db: ReadDatabase, denialId: number) =>
  db.query<CompensationRow>(`SELECT ${READ} FROM compensations WHERE denial_id = ?`).get(denialId);

export const allCompensations = (db: ReadDatabase) =>
  db.query<CompensationRow>(`SELECT ${READ} FROM compensations ORDER BY denial_id`).all();

export async function insertCompensation(db: WriteDatabase, row: CompensationRow): Promise<void> {
  const { denial_id, kind, amount, currency, voucher_id, event, at, desk, user } = row;
  const sql = `INSERT INTO compensations (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const made = await db.change(sql).run(denial_id, kind, amount, currency, voucher_id, event, at, desk, user);
  assert(made === 1, `the compensation of denial ${denial_id} was not stored`);
}

/** What the journal tells of it. The number of a voucher is as good as money, so its id stands there. */
export const compensationTold = (row: CompensationRow): EventData<'compensation.paid'> => ({
  ...{ denialId: row.denial_id, kind: row.kind, amount: row.amount, currency: row.currency, voucherId: row.voucher_id },
});
