import { DAY_MS } from '../../shared/instants.ts';
import type { SoldUnder } from '../../shared/refund-policy.ts';
import { type RefundStep, type RefundTier, refundOutlook } from '../../shared/refund-rules.ts';
import { dateLabel, localDay, localTime } from '../format/times.ts';
import { useNow } from '../stores/clock-store.ts';
import { policyOf, useRefundPolicies } from '../stores/refund-policies.ts';

export interface FirstDeparture {
  readonly departsAt: number;
  readonly originZone: string;
  readonly origin: string;
  /** The refund policy that its fare has; left out for the first version of `standard`. */
  readonly refund?: SoldUnder | undefined;
}

const stepWords = ({ percent }: RefundStep): string =>
  percent === 100 ? 'full refund' : percent === 0 ? 'nothing comes back' : `${percent}\u00a0% back`;

/** `full refund until Thu 20:15, 50 % back until Fri 14:15, then nothing comes back; times JFK`. */
export function refundOutlookText(tiers: readonly RefundTier[], { departsAt, originZone, origin }: FirstDeparture, now: number): string {
  const steps = refundOutlook(tiers, departsAt, now);
  if (steps.length === 0) return 'nothing comes back after departure';
  // In a week the same day of the week comes again.
  const day = (at: number): string => dateLabel(localDay(at, originZone)).slice(0, at - now < 6 * DAY_MS ? 3 : undefined);
  const moment = (at: number): string => `${day(at)} ${localTime(at, originZone)}`.replaceAll(' ', '\u00a0');
  const parts = steps.map((step, place) =>
    place === steps.length - 1 && step.percent === 0
      ? `${place > 0 ? 'then ' : ''}${stepWords(step)}`
      : `${stepWords(step)} until ${moment(step.until)}`,
  );
  return `${parts.join(', ')}${parts.some((part) => part.includes('until')) ? `; times ${origin}` : ''}`;
}

/** What a cancellation of these flights would give back, with the moments at which it becomes less. */
export function RefundOutlook({ first }: { first: FirstDeparture }) {
  const policy = policyOf(useRefundPolicies(), first);
  const now = useNow(60_000);
  if (!policy) return null;
  return <p className="refund-rules s12 t2">If cancelled: {refundOutlookText(policy.tiers, first, now)}.</p>;
}
