import type { PolicyRule } from '../../shared/pricing/policy.ts';
import { type SoldUnder, STANDARD_REFUND } from '../../shared/refund-policy.ts';

/**
 * The refund policy that fares of a price policy are sold with, as a booked leg keeps it: the newest version of the one that its rules name, else of
 * `standard`. Undefined for the first version of `standard`. `newest`: the newest version of each name.
 */
export function soldUnder(rules: readonly PolicyRule[], newest: ReadonlyMap<string, number>): SoldUnder | undefined {
  const named = rules.find((rule) => rule.rule === 'refund')?.policy ?? STANDARD_REFUND;
  const version = newest.get(named) ?? 1;
  return named === STANDARD_REFUND && version === 1 ? undefined : { policy: named, version };
}
