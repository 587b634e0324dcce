import { type Instant, instant } from '../../shared/instants.ts';
import { legTotal } from '../../shared/leg-fares.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import type { LegNow } from '../../shared/methods/leg-now.ts';
import { type Minor, minor, percentOf, sum } from '../../shared/money.ts';
import { refundParts } from '../../shared/refund-parts.ts';
import { type RefundPolicy, soldUnderText } from '../../shared/refund-policy.ts';
import { type RefundRule, refundRule } from '../../shared/refund-rules.ts';
import { carrierReason } from '../format/carrier-reason.ts';
import { departuresNow } from '../format/legs-as-now.ts';
import { policyOf } from '../stores/refund-policies.ts';

/** What cancelling would give back, as far as a console knows: the hub's quote decides. */
export interface Foretold {
  /** Of the first flight. */
  readonly rule: RefundRule;
  /** Minor units, less the fee. */
  readonly back: Minor;
  /** The carrier cancelled or changed so much that all goes back, without a fee. */
  readonly byCarrier: boolean;
}

type Sold = Pick<BookingView, 'legs' | 'party' | 'currency'>;

/** Undefined while a policy of the booking is not known yet. `scheduled`: its legs as they are scheduled now. */
export function foretellRefund(
  { legs, party, currency }: Sold,
  policies: readonly RefundPolicy[] | null,
  now: Instant,
  scheduled?: readonly LegNow[],
): Foretold | undefined {
  const reason = carrierReason(legs, scheduled);
  if (reason !== undefined) {
    const rule: RefundRule = { tier: -1, percent: 100, rule: reason, fallsAt: null, fallsTo: 100 };
    return { rule, back: minor(sum(legs.map(legTotal))), byCarrier: true };
  }
  const departsAt = instant(Math.min(...departuresNow(legs, scheduled)));
  let back = 0;
  let fee = 0;
  let first: RefundRule | undefined;
  for (const [, parts] of Map.groupBy(legs.flatMap(refundParts), ({ under }) => soldUnderText(under))) {
    const policy = policyOf(policies, { refund: parts[0]?.under });
    if (!policy) return undefined;
    const rule = refundRule(policy.tiers, departsAt, now);
    first ??= rule;
    back += percentOf(minor(parts.reduce((all, { price }) => all + price, 0)), rule.percent);
    fee = Math.max(fee, (policy.cancelFee[currency] ?? 0) * party.length);
  }
  return first && { rule: first, back: minor(Math.max(0, back - fee)), byCarrier: false };
}
