import { ClassOverrides } from '../pricing/class-overrides.ts';
import { PoliciesInForce } from '../pricing/policies-in-force.ts';
import type { ReadDatabase } from '../store/database.ts';
import { newestOverride, overridesAfter } from '../store/tables/class-overrides-table.ts';
import { areSameRules, type NewestRules, newestRules } from '../store/tables/newest-rules.ts';
import { newestPolicy, policiesAfter } from '../store/tables/policies-table.ts';
import { newestRefundVersions } from '../store/tables/refund-policies-table.ts';

interface Known {
  /** What tells the newest rows from any others, as text. */
  readonly newest: string;
  readonly numbers: NewestRules;
  /** As `begun` of the database was when those rows were last compared. */
  begun: number;
  readonly policies: PoliciesInForce;
}

/** A cache of all rules that price flights: they are few, each price needs them, and they are only ever added. */
const knownBy = new WeakMap<ReadDatabase, Known>();

/**
 * The policies, if they are known and have these numbers, which were just read. The numbers say whether the cache is true, as long as no row can have
 * been undone: the writer may have read a version whose transaction was undone, and then the next one has its number. So after each transaction that
 * could write, the newest rows are compared as a whole.
 */
export function knownPolicies(db: ReadDatabase, numbers: NewestRules): PoliciesInForce | undefined {
  const known = knownBy.get(db);
  return known && known.begun === db.begun && areSameRules(known.numbers, numbers) ? known.policies : undefined;
}

/** The policies of this snapshot of the store. `numbers`: if they were read from it already. */
export async function readPolicies(db: ReadDatabase, numbers?: NewestRules): Promise<PoliciesInForce> {
  const { begun } = db;
  const now = numbers ?? (await newestRules(db));
  return knownPolicies(db, now) ?? comparedPolicies(db, now, begun);
}

async function comparedPolicies(db: ReadDatabase, numbers: NewestRules, begun: number): Promise<PoliciesInForce> {
  const refunds = await newestRefundVersions(db);
  const newest = `${await newestOverride(db)}/${JSON.stringify([...refunds])}/${await newestPolicy(db)}`;
  const known = knownBy.get(db);
  if (known?.newest === newest) {
    known.begun = begun;
    return known.policies;
  }
  const policies = new PoliciesInForce(await policiesAfter(db, 0), new ClassOverrides(await overridesAfter(db, 0)), refunds);
  knownBy.set(db, { newest, numbers, begun, policies });
  return policies;
}
