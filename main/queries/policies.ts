import { POLICIES_SHOWN_MAX } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { instant } from '../../shared/instants.ts';
import type { PolicyView } from '../../shared/methods/policy-view.ts';
import { accept } from '../../shared/refusals.ts';
import { policiesBefore, policyByVersion, type StoredPolicy } from '../store/tables/policies-table.ts';
import { readPolicies } from '../views/known-policies.ts';
import { findScope } from '../views/policy-scope.ts';
import { policyView } from '../views/policy-view.ts';
import type { Query } from './query.ts';

/** How a scope is priced: its own versions, and the one that counts now. */
export const policies: Query<Input<'pricing.policies'>, Output<'pricing.policies'>> = async ({ db, now, reference }, { scope }) => {
  const found = await findScope(db, reference, scope);
  if (!found.ok) return found;
  const known = await readPolicies(db);
  const inForce = known.ofScope(scope, found.flight, now);
  const own = known.ownOf(scope).slice(0, POLICIES_SHOWN_MAX);
  const whole = async ({ version }: { readonly version: number }): Promise<PolicyView> =>
    policyView((await policyByVersion(db, version)) as StoredPolicy);
  return accept({ newest: known.newest, inForce: await whole(inForce), own: await Promise.all(own.map(whole)) });
};

/** All versions, newest first. */
export const policyHistory: Query<Input<'pricing.history'>, Output<'pricing.history'>> = async ({ db }, { before, limit }) => {
  const found = await policiesBefore(db, before ?? Number.MAX_SAFE_INTEGER, limit + 1);
  return accept({ policies: found.slice(0, limit).map(policyView), more: found.length > limit });
};

/** When a policy begins or ends next, after `since` where that is earlier than now; null when none does. */
export const nextPolicyTurn: Query<{ readonly since: number | null }, { readonly next: number | null }> = async ({ db, now }, { since }) =>
  accept({ next: (await readPolicies(db)).nextTurn(instant(Math.min(since ?? now, now))) });
