import type { PolicyRule } from '../../shared/pricing/policy.ts';
import { type SoldUnder, STANDARD_REFUND } from '../../shared/refund-policy.ts';

/** The refund policy that a price policy sells its fares with: the one that its rules name, else `standard`. */
export const refundNamed = (rules: readonly PolicyRule[]): string =>
  rules.find((rule) => rule.rule === 'refund')?.policy ?? STANDARD_REFUND;

/** The same as a booked leg keeps it. Undefined for the first version of `standard`. `newest`: the newest version of that name; undefined where it has none. */
export const soldUnder = (policy: string, newest: number | undefined): SoldUnder | undefined =>
  policy === STANDARD_REFUND && (newest ?? 1) === 1 ? undefined : { policy, version: newest ?? 1 };
