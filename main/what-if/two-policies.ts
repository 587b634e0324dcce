import { assert } from '../../shared/assert.ts';
import { type Instant, instant } from '../../shared/instants.ts';
import type { PolicyScope } from '../../shared/methods/policy-view.ts';
import type { Unchanged } from '../../shared/methods/pricing-what-if.ts';
import type { PolicyRule } from '../../shared/pricing/policy.ts';
import { PoliciesInForce, type Policy, type PublishedPolicy } from '../pricing/policies-in-force.ts';
import type { FlightRow } from '../store/tables/flights-table.ts';
import type { WhatIfChange } from './what-if-task.ts';

/** What prices a flight without a change and with it. `why`: set when the change does not reach the flight. */
export interface TwoRules {
  readonly before: readonly PolicyRule[];
  readonly after: readonly PolicyRule[];
  /** The rules of both, to ask what they need to know of a flight. */
  readonly both: readonly PolicyRule[];
  readonly why?: Unchanged;
}

export interface TwoPolicies {
  readonly scope: PolicyScope;
  of(flight: Pick<FlightRow, 'id' | 'origin' | 'destination'>): TwoRules;
}

const WIDTH = { flight: 0, route: 1, network: 2 } as const;

/** Both sides of a change. `published`: all policies, in the order of their versions. A draft counts as if it were in force now. */
export function twoPolicies(published: readonly PublishedPolicy[], change: WhatIfChange, now: Instant): TwoPolicies {
  const changed = changedPolicy(published, change);
  const earlier = published.filter(({ version }) => version < changed.version);
  const [without, having] = [new PoliciesInForce(earlier), new PoliciesInForce([...earlier, changed])];
  const known = new Map<string, TwoRules>();
  return {
    scope: changed.scope,
    of(flight) {
      const [before, after] = [without.of(flight, now), having.of(flight, now)];
      const key = `${before.version} ${after.version}`;
      let rules = known.get(key);
      if (!rules) {
        rules = twoRules(before, after, changed.scope);
        known.set(key, rules);
      }
      return rules;
    },
  };
}

function changedPolicy(published: readonly PublishedPolicy[], change: WhatIfChange): PublishedPolicy {
  if (change.kind === 'draft') {
    const version = (published.at(-1)?.version ?? 0) + 1;
    return { version, scope: change.scope, rules: change.rules, validFrom: instant(0), validTo: null, author: '' };
  }
  const changed = published.find(({ version }) => version === change.version);
  assert(changed, `no policy has version ${change.version}`);
  return changed;
}

function twoRules(before: Policy, after: Policy, scope: PolicyScope): TwoRules {
  const rules = { before: before.rules, after: after.rules, both: [...before.rules, ...after.rules] };
  if (before !== after) return rules;
  return { ...rules, why: WIDTH[before.scope.kind] < WIDTH[scope.kind] ? 'narrower' : 'same' };
}
