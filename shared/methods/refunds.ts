import { z } from 'zod';
import { instantMs, method, requestId, rowId } from '../method.ts';
import { reasonText } from '../reason.ts';
import { refundPolicy, refundPolicyName, refundTermsSaid } from '../refund-policy.ts';
import { walletReference } from './tenders.ts';

/** Money that a supervisor has to send back to a wallet. */
const refundDue = z.strictObject({
  refundId: rowId,
  bookingId: rowId,
  locator: z.string(),
  at: instantMs,
  desk: z.string(),
  user: z.string(),
  amount: z.int(),
  currency: z.string(),
  /** The reference under which it was paid. */
  wallet: z.string(),
  reason: z.string(),
});
export type RefundDue = z.infer<typeof refundDue>;

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
      reason: reasonText,
    }),
    output: refundPolicy,
    refusals: ['REFUND_POLICY_CHANGED', 'REFUND_POLICIES_FULL'],
  }),
  /** Refunds to wallets that nobody has sent yet, oldest first. Those of the last minute may still be taken back. */
  'refunds.due': method({
    kind: 'query',
    access: 'supervisor',
    input: z.strictObject({}),
    output: z.strictObject({ refunds: z.array(refundDue), more: z.int() }),
    refusals: [],
  }),
  /** A supervisor has sent it. `reference`: what the wallet calls that payment. */
  'refunds.markDone': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({ requestId, refundId: rowId, reference: walletReference }),
    output: z.strictObject({ refundId: rowId }),
    refusals: ['REFUND_NOT_DUE', 'REFUND_WAITS'],
  }),
};
