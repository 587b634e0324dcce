import type { Input, Output } from '../../shared/contract.ts';
import { accept } from '../../shared/refusals.ts';
import { allRefundPolicies } from '../store/tables/refund-policies-table.ts';
import type { Query } from './query.ts';

export const refundPolicies: Query<Input<'refunds.policies'>, Output<'refunds.policies'>> = async ({ db }) =>
  accept({ policies: await allRefundPolicies(db) });
