import { ClassOverrides } from '../pricing/class-overrides.ts';
import { PoliciesInForce } from '../pricing/policies-in-force.ts';
import type { ReadDatabase } from '../store/database.ts';
import { newestOverride, overridesAfter } from '../store/tables/class-overrides-table.ts';
import { newestPolicy, policiesAfter } from '../store/tables/policies-table.ts';

interface Known {
  /** The newest row of both tables as text. */
  readonly newest: string;
  /** As `begun` of the database was when that row was last compared. */
  begun: number;
  readonly policies: PoliciesInForce;
}

/** A cache of all policies and decisions about booking classes: they are few, each price needs them, and they are only ever added. */
const knownBy = new WeakMap<ReadDatabase, Known>();

const NEWEST = `SELECT (SELECT max(version) FROM policies) AS newest_policy, (SELECT max(id) FROM class_overrides) AS newest_override`;

/** Whether the newest rows have the same numbers. */
async function isSameNumber(db: ReadDatabase, policies: PoliciesInForce): Promise<boolean> {
  const row = await db.query<{ newest_policy: number | null; newest_override: number | null }>(NEWEST).get();
  return row !== undefined && (row.newest_policy ?? 0) === policies.newest && (row.newest_override ?? 0) === policies.overrides.newest;
}

/**
 * The policies of this snapshot of the store. The numbers of the newest rows say whether the cache is true, as long as no row can have been
 * undone: the writer may have read a version here whose transaction was undone, and then the next one has its number. So after each transaction that
 * could write, the newest rows are compared as a whole.
 */
export async function readPolicies(db: ReadDatabase): Promise<PoliciesInForce> {
  const known = knownBy.get(db);
  if (known?.begun === db.begun && (await isSameNumber(db, known.policies))) return known.policies;
  const { begun } = db;
  const newest = `${await newestOverride(db)}/${await newestPolicy(db)}`;
  if (known?.newest === newest) {
    known.begun = begun;
    return known.policies;
  }
  const policies = new PoliciesInForce(await policiesAfter(db, 0), new ClassOverrides(await overridesAfter(db, 0)));
  knownBy.set(db, { newest, begun, policies });
  return policies;
}
