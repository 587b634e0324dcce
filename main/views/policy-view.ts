import type { PolicyView, PricedBy } from '../../shared/methods/policy-view.ts';
import type { PublishedPolicy } from '../pricing/policies-in-force.ts';
import type { StoredPolicy } from '../store/tables/policies-table.ts';

/** What says which policy priced something. */
export const pricedBy = ({ version, scope, author }: PublishedPolicy): PricedBy => ({ version, scope: scope.kind, author });

export const policyView = (policy: StoredPolicy): PolicyView => ({ ...policy });
