import { assert } from '../../../shared/assert.ts';
import type { EventData } from '../../../shared/events.ts';
import type { RefundPolicy, SoldUnder } from '../../../shared/refund-policy.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

interface RefundPolicyRow {
  readonly name: string;
  readonly version: number;
  readonly tiers: string;
  readonly cancel_fee: string;
  readonly change_fee: string;
  readonly author: string;
  readonly reason: string;
  readonly added_at: number;
}

const COLUMNS = 'name, version, tiers, cancel_fee, change_fee, author, reason, added_at';

const stored = ({ name, version, tiers, cancel_fee, change_fee, author, reason, added_at }: RefundPolicyRow): RefundPolicy => ({
  ...{ name, version, author, reason, addedAt: added_at },
  tiers: JSON.parse(tiers) as RefundPolicy['tiers'],
  cancelFee: JSON.parse(cancel_fee) as RefundPolicy['cancelFee'],
  changeFee: JSON.parse(change_fee) as RefundPolicy['changeFee'],
});

/** All versions, by name, the newest of each first. */
export const allRefundPolicies = async (db: ReadDatabase): Promise<RefundPolicy[]> =>
  (await db.query<RefundPolicyRow>(`SELECT ${COLUMNS} FROM refund_policies ORDER BY name, version DESC`).all()).map(stored);

/** The newest version of each name. */
export async function newestRefundVersions(db: ReadDatabase): Promise<ReadonlyMap<string, number>> {
  const sql = 'SELECT name, max(version) AS version FROM refund_policies GROUP BY name';
  const rows = await db.query<{ name: string; version: number }>(sql).all();
  return new Map(rows.map(({ name, version }) => [name, version]));
}

/** A version that a fare was sold under. */
export async function refundPolicyOf(db: ReadDatabase, { policy, version }: SoldUnder): Promise<RefundPolicy> {
  const row = await db.query<RefundPolicyRow>(`SELECT ${COLUMNS} FROM refund_policies WHERE name = ? AND version = ?`).get(policy, version);
  assert(row, `a fare was sold under version ${version} of refund policy ${policy}, which is not there`);
  return stored(row);
}

/** What the journal says of a version. The reason stays out of it: it is what a person typed. */
export const refundPolicyAdded = ({
  name,
  version,
  tiers,
  cancelFee,
  changeFee,
}: Pick<RefundPolicy, 'name' | 'version' | 'tiers' | 'cancelFee' | 'changeFee'>): EventData<'refund.policyAdded'> => ({
  ...{ name, version, tiers, cancelFee, changeFee },
});

/** Adds a version. Versions are never changed and never deleted. */
export async function addRefundPolicy(db: WriteDatabase, policy: RefundPolicy): Promise<void> {
  const { name, version, tiers, cancelFee, changeFee, author, reason, addedAt } = policy;
  const made = await db
    .change(`INSERT INTO refund_policies (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(name, version, JSON.stringify(tiers), JSON.stringify(cancelFee), JSON.stringify(changeFee), author, reason, addedAt);
  assert(made === 1, `version ${version} of refund policy ${name} was not stored`);
}
