import { HOUR_MS, type Instant } from '../../shared/instants.ts';

/** Over `overHours` hours before departure, `percent` of what was paid goes back. */
interface RefundTier {
  readonly overHours: number;
  readonly percent: number;
}

interface RefundRule {
  readonly percent: number;
  /** `over 24 h before departure`, `6 to 24 h before departure`. */
  readonly rule: string;
}

/** The tier in force. Over means over: exactly 24 h before departure is not over 24 h. Tiers may come in any order. */
export function refundTier(tiers: readonly RefundTier[], departsAt: Instant, now: Instant): RefundRule {
  const left = departsAt - now;
  if (left <= 0) return { percent: 0, rule: 'after departure' };
  const longestFirst = tiers.toSorted((a, b) => b.overHours - a.overHours);
  const index = longestFirst.findIndex(({ overHours }) => left > overHours * HOUR_MS);
  const tier = longestFirst[index];
  const above = longestFirst[index - 1] ?? (tier ? undefined : longestFirst.at(-1));
  const percent = tier?.percent ?? 0;
  if (!above) return { percent, rule: tier && tier.overHours > 0 ? `over ${tier.overHours} h before departure` : 'until departure' };
  if (!tier || tier.overHours === 0) return { percent, rule: `at most ${above.overHours} h before departure` };
  return { percent, rule: `${tier.overHours} to ${above.overHours} h before departure` };
}
