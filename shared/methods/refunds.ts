import { z } from 'zod';
import { REASON_MAX } from '../bounds.ts';
import { method, personText, requestId } from '../method.ts';
import { refundPolicy, refundPolicyName, refundTermsSaid } from '../refund-policy.ts';

export const refundMethods = {
  /** All versions of all refund policies, by name, the newest version of each first. */
  'refunds.policies': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({ policies: z.array(refundPolicy) }),
    refusals: [],
  }),
  /**
   * Adds a version of a refund policy, or a policy. Fares that are sold from now on have it; those that were sold keep theirs. `basedOn`: the newest
   * version of that name that the supervisor saw, 0 for none. Another one in between is refused.
   */
  'refunds.addPolicy': method({
    kind: 'command',
    access: 'supervisor',
    input: refundTermsSaid.extend({
      requestId,
      name: refundPolicyName,
      basedOn: z.int().min(0),
      reason: personText(REASON_MAX).refine((text) => text.length >= 3, 'says too little'),
    }),
    output: refundPolicy,
    refusals: ['REFUND_POLICY_CHANGED', 'REFUND_POLICIES_FULL'],
  }),
};
