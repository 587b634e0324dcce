import { assert } from '../../../shared/assert.ts';
import type { PolicyReceipt } from '../../../shared/methods/policy-outcome.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

export const DUE_RECEIPT = `SELECT version FROM policies p WHERE author <> '' AND valid_from <= ?
  AND NOT EXISTS (SELECT 1 FROM policy_receipts r WHERE r.version = p.version) ORDER BY version LIMIT 1`;

/** The oldest version that somebody published, is in force or was, and has no receipt. */
export const dueReceipt = async (db: ReadDatabase, now: number): Promise<number | undefined> =>
  (await db.query<{ version: number }>(DUE_RECEIPT).get(now))?.version;

export async function receiptOf(db: ReadDatabase, version: number): Promise<PolicyReceipt | undefined> {
  const row = await db.query<{ receipt: string }>('SELECT receipt FROM policy_receipts WHERE version = ?').get(version);
  return row && (JSON.parse(row.receipt) as PolicyReceipt);
}

/** A receipt is written once. */
export async function insertReceipt(db: WriteDatabase, version: number, receipt: PolicyReceipt): Promise<void> {
  const sql = 'INSERT INTO policy_receipts (version, at, receipt) VALUES (?, ?, ?)';
  assert((await db.change(sql).run(version, receipt.at, JSON.stringify(receipt))) === 1, `the receipt of policy ${version} was not stored`);
}
