import { REFUND_POLICIES_MAX } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import type { RefundPolicy } from '../../shared/refund-policy.ts';
import { tiersInOrder } from '../../shared/refund-rules.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { addRefundPolicy, allRefundPolicies, refundPolicyAdded } from '../store/tables/refund-policies-table.ts';
import type { Command } from './command.ts';

/** Adds a version of a refund policy. Fares that are sold from now on by a price policy that names it have it; holds and bookings keep theirs. */
export const addRefundPolicyVersion: Command<Input<'refunds.addPolicy'>, Output<'refunds.addPolicy'>> = async (
  { db, now, actor, emit },
  { name, basedOn, tiers, cancelFee, changeFee, reason },
) => {
  const all = await allRefundPolicies(db);
  const newest = all.find((policy) => policy.name === name);
  const version = newest?.version ?? 0;
  if (version !== basedOn) return refuse('REFUND_POLICY_CHANGED', { name, version, author: newest?.author ?? 'nobody' });
  if (all.length >= REFUND_POLICIES_MAX) return refuse('REFUND_POLICIES_FULL', { most: REFUND_POLICIES_MAX });
  const policy: RefundPolicy = {
    ...{ name, cancelFee, changeFee, reason, version: version + 1, author: actor.user, addedAt: now },
    tiers: [...tiersInOrder(tiers)],
  };
  await addRefundPolicy(db, policy);
  emit('refund.policyAdded', refundPolicyAdded(policy));
  return accept(policy);
};
