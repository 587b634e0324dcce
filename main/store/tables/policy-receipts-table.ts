import { assert } from '../../../shared/assert.ts';
import type { PolicyReceipt } from '../../../shared/methods/policy-outcome.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';
import { readMeta, writeMeta } from './meta-table.ts';

export const DUE_RECEIPT = `SELECT version FROM policies p WHERE author <> '' AND valid_from <= ?
  AND NOT EXISTS (SELECT 1 FROM policy_receipts r WHERE r.version = p.version) ORDER BY version LIMIT 1`;

/** The oldest version that somebody published, is in force or was, and has no receipt. */
export const dueReceipt = async (db: ReadDatabase, now: number): Promise<number | undefined> =>
  (await db.query<{ version: number }>(DUE_RECEIPT).get(now))?.version;

export async function receiptOf(db: ReadDatabase, version: number): Promise<PolicyReceipt | undefined> {
  const row = await db.query<{ receipt: string }>('SELECT receipt FROM policy_receipts WHERE version = ?').get(version);
  return row && (JSON.parse(row.receipt) as PolicyReceipt);
}

/** A receipt is written once. How many there are is kept beside them, because nothing else tells of one that is lost. */
export async function insertReceipt(db: WriteDatabase, version: number, receipt: PolicyReceipt): Promise<void> {
  const sql = 'INSERT INTO policy_receipts (version, at, receipt) VALUES (?, ?, ?)';
  assert((await db.change(sql).run(version, receipt.at, JSON.stringify(receipt))) === 1, `the receipt of policy ${version} was not stored`);
  await writeMeta(db, 'receipts', String(await countReceipts(db)));
}

const COUNTED = 'SELECT count(*) AS receipts FROM policy_receipts';
const countReceipts = async (db: ReadDatabase): Promise<number> => (await db.query<{ receipts: number }>(COUNTED).get())?.receipts ?? 0;

const STRANGE = `SELECT version FROM policy_receipts r
  WHERE NOT json_valid(receipt) OR NOT EXISTS (SELECT 1 FROM policies p WHERE p.version = r.version) ORDER BY version LIMIT 1`;

/** A receipt that is of no policy, or one that is lost, in words. A store in which none was written since it counts them knows no number. */
export async function receiptsProblem(db: ReadDatabase): Promise<string | undefined> {
  const strange = await db.query<{ version: number }>(STRANGE).get();
  if (strange) return `the receipt of policy ${strange.version} is none`;
  const written = await readMeta(db, 'receipts');
  const stored = await countReceipts(db);
  return written === undefined || Number(written) === stored
    ? undefined
    : `${stored} receipts of policies are stored where ${written} were written`;
}
