import type { Output } from '../../../shared/contract.ts';
import type { PolicyView } from '../../../shared/methods/policy-view.ts';
import { POLICY_TEMPLATES } from '../../../shared/pricing/policy-templates.ts';
import { NOON } from '../support/samples.ts';

export const DEMAND = [...(POLICY_TEMPLATES.demand ?? [])];
export const TIERS = [...(POLICY_TEMPLATES.tiers ?? [])];

/** Version 14 of the network: by demand, since an hour, by Mercy. */
export const version = (change: Partial<PolicyView> = {}): PolicyView => ({
  version: 14,
  scope: { kind: 'network' },
  rules: DEMAND,
  validFrom: NOON - 3_600_000,
  validTo: null,
  author: 'osei',
  reason: 'Flights filled two days early',
  publishedAt: NOON - 3_600_000,
  again: null,
  ...change,
});

export const policies = (change: Partial<Output<'pricing.policies'>> = {}): Output<'pricing.policies'> => ({
  newest: 14,
  inForce: version(),
  own: [version()],
  ...change,
});
