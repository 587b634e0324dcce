import { instant, isDue } from '../../shared/instants.ts';
import type { PolicyView } from '../../shared/methods/policy-view.ts';
import { scopeKey } from './scope-key.ts';

export type VersionState = 'in force' | 'to come' | 'past';

/** Whether its time has come. What was published without a time counts at once, also where the clock of this console is behind the hub's. */
export const hasBegun = ({ validFrom, publishedAt }: PolicyView, now: number): boolean =>
  validFrom <= publishedAt || isDue(instant(validFrom), instant(now));

/** Whether a version counts for its scope at this moment by its dates alone. */
const isTimely = (policy: PolicyView, now: number): boolean => {
  const { validTo } = policy;
  return hasBegun(policy, now) && (validTo === null || !isDue(instant(validTo), instant(now)));
};

/** Where a version stands among all that are known of its scope, newest first: the newest one that is timely is in force. */
export function versionState(policy: PolicyView, all: readonly PolicyView[], now: number): VersionState {
  if (!hasBegun(policy, now)) return 'to come';
  const key = scopeKey(policy.scope);
  const inForce = all.find((one) => scopeKey(one.scope) === key && isTimely(one, now));
  return inForce?.version === policy.version ? 'in force' : 'past';
}

/** The version of the same scope that was published before this one, among those that are known. */
export const versionBefore = (policy: PolicyView, all: readonly PolicyView[]): PolicyView | undefined =>
  all.find(({ version, scope }) => version < policy.version && scopeKey(scope) === scopeKey(policy.scope));
