import { type Instant, instant } from '../../shared/instants.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import { type Minor, minor, percentOf } from '../../shared/money.ts';
import { refundParts } from '../../shared/refund-parts.ts';
import { type RefundPolicy, soldUnderText } from '../../shared/refund-policy.ts';
import { type RefundRule, refundRule } from '../../shared/refund-rules.ts';
import { policyOf } from '../stores/refund-policies.ts';

/** What cancelling would give back, as far as a console knows: the hub's quote decides, and knows what the carrier has done. */
export interface Foretold {
  /** Of the first flight. */
  readonly rule: RefundRule;
  /** Minor units, less the fee. */
  readonly back: Minor;
}

type Sold = Pick<BookingView, 'legs' | 'party' | 'currency'>;

/** Undefined while a policy of the booking is not known yet. */
export function foretellRefund(
  { legs, party, currency }: Sold,
  policies: readonly RefundPolicy[] | null,
  now: Instant,
): Foretold | undefined {
  const departsAt = instant(Math.min(...legs.map((leg) => leg.departsAt)));
  let back = 0;
  let fee = 0;
  let first: RefundRule | undefined;
  for (const [, parts] of Map.groupBy(legs.flatMap(refundParts), ({ under }) => soldUnderText(under))) {
    const policy = policyOf(policies, { refund: parts[0]?.under });
    if (!policy) return undefined;
    const rule = refundRule(policy.tiers, departsAt, now);
    first ??= rule;
    back += percentOf(minor(parts.reduce((sum, { price }) => sum + price, 0)), rule.percent);
    fee = Math.max(fee, (policy.cancelFee[currency] ?? 0) * party.length);
  }
  return first && { rule: first, back: minor(Math.max(0, back - fee)) };
}
