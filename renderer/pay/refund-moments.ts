import { HOUR_MS, instant } from '../../shared/instants.ts';
import { type RefundTier, tiersInOrder } from '../../shared/refund-rules.ts';

export interface RefundMoment {
  readonly percent: number;
  /** Until when so much goes back. */
  readonly until: number;
}

/** What goes back of a booking whose first flight leaves at `departsAt`, and until when, the earliest end first. Tiers that give alike are one. */
export function refundMoments(tiers: readonly RefundTier[], departsAt: number): RefundMoment[] {
  const moments: RefundMoment[] = [];
  for (const { overHours, percent } of tiersInOrder(tiers)) {
    const until = instant(departsAt - overHours * HOUR_MS);
    if (moments.at(-1)?.percent === percent) moments.pop();
    moments.push({ percent, until });
  }
  return moments;
}
