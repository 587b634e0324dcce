import { HOUR_MS, type Instant, instant } from '../../shared/instants.ts';
import { type Minor, minor, percentOf } from '../../shared/money.ts';

export interface RefundTier {
  readonly overHours: number;
  readonly percent: number;
}

export interface RefundOutlook {
  /** Which tier is in force, as its place in the list. */
  readonly tier: number;
  readonly percent: number;
  readonly rule: string;
  readonly refund: Minor;
  /** When the next lower tier begins, and what it gives; null when it cannot fall any more. */
  readonly fallsAt: Instant | null;
  readonly fallsTo: number;
}

/** `6 to 24 h`, `over 24 h`, `less than 6 h`: a tier by its neighbours. */
export function tierRule(tiers: readonly RefundTier[], at: number): string {
  const above = tiers[at - 1];
  const own = tiers[at];
  if (!own) return '';
  if (!above) return own.overHours === 0 ? 'any time' : `over ${own.overHours} h`;
  return own.overHours === 0 ? `less than ${above.overHours} h` : `${own.overHours} to ${above.overHours} h`;
}

/**
 * What a cancellation would give back at `now`, for the consequence beside the action. The store's quote decides; this
 * only foretells it. Tiers are longest first and begin strictly over their hours. Undefined once the flight has left.
 */
export function refundOutlook(tiers: readonly RefundTier[], paid: number, departsAt: number, now: number): RefundOutlook | undefined {
  const left = departsAt - now;
  const tier = tiers.findIndex((each) => left > each.overHours * HOUR_MS);
  const own = tiers[tier];
  if (!own || left <= 0) return undefined;
  const lower = tiers.slice(tier + 1).find((each) => each.percent < own.percent);
  // Tiers between that give the same do not count as a fall.
  const before = lower ? tiers[tiers.indexOf(lower) - 1] : undefined;
  return {
    tier,
    percent: own.percent,
    rule: tierRule(tiers, tier),
    refund: percentOf(minor(paid), own.percent),
    fallsAt: before ? instant(departsAt - before.overHours * HOUR_MS) : null,
    fallsTo: lower?.percent ?? own.percent,
  };
}
