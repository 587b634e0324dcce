import { ClassOverrides } from '../pricing/class-overrides.ts';
import { PoliciesInForce } from '../pricing/policies-in-force.ts';
import type { ReadDatabase } from '../store/database.ts';
import { newestOverride, overridesAfter } from '../store/tables/class-overrides-table.ts';
import { newestPolicy, policiesAfter } from '../store/tables/policies-table.ts';

interface Known {
  /** The newest row of both tables as text. */
  readonly newest: string;
  readonly policies: PoliciesInForce;
}

/** A cache of all policies and decisions about booking classes: they are few, each price needs them, and they are only ever added. */
const knownBy = new WeakMap<ReadDatabase, Known>();

/**
 * The policies of this snapshot of the store. The newest row says whether the cache is true, not its number alone: the writer may have read a
 * version here whose transaction was undone, and then the next one has its number.
 */
export async function readPolicies(db: ReadDatabase): Promise<PoliciesInForce> {
  const newest = `${await newestOverride(db)}/${await newestPolicy(db)}`;
  const known = knownBy.get(db);
  if (known?.newest === newest) return known.policies;
  const policies = new PoliciesInForce(await policiesAfter(db, 0), new ClassOverrides(await overridesAfter(db, 0)));
  knownBy.set(db, { newest, policies });
  return policies;
}
