import type { PolicyScope } from '../../shared/methods/policy-view.ts';
import type { PolicyRule } from '../../shared/pricing/policy.ts';
import type { Draft } from './draft-store.ts';
import type { Policies } from './policies-store.ts';

/** Rules that price the scope now. The hub always gives some: a scope without a policy of its own has those of a wider one. */
export const rulesInForce = ({ inForce }: Policies): readonly PolicyRule[] => inForce.rules ?? [];

/** The newest version of this scope alone; 0 for none. */
export const newestOwn = ({ own }: Policies): number => own[0]?.version ?? 0;

/** A draft of the rules that are in force. */
export const beginDraft = (scope: PolicyScope, policies: Policies): Draft => ({
  scope,
  basedOn: newestOwn(policies),
  began: rulesInForce(policies),
  beganOn: policies.inForce.version,
  rules: rulesInForce(policies),
  reason: '',
  from: 'now',
  until: '',
});

/** What another supervisor published for this scope since the draft was begun; undefined when nobody did. */
export function publishedSince(draft: Draft, policies: Policies): Policies['own'][number] | undefined {
  return newestOwn(policies) === draft.basedOn ? undefined : policies.own[0];
}
