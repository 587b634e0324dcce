import type { BookingView } from '../../shared/methods/booking-view.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { refundOutlook } from '../../shared/refund-rules.ts';
import { fullDate, localDay, localTime } from '../format/times.ts';
import { policyOf, useRefundPolicies } from '../stores/refund-policies.ts';

/** On paper: what a cancellation gives back, and until when, as it stood at the sale. Nothing where nothing is refunded any more. */
export function ReceiptRefund({ booking }: { booking: BookingView }) {
  const policies = useRefundPolicies();
  const [first] = booking.legs;
  const policy = first && policyOf(policies, first);
  if (!policy || !first || booking.state !== 'CONFIRMED') return null;
  const fee = policy.cancelFee[booking.currency] ?? 0;
  const steps = refundOutlook(policy.tiers, first.departsAt, booking.sale?.at ?? booking.createdAt);
  const back = steps.filter(({ percent }) => percent > 0);
  const moment = (at: number): string => `${fullDate(localDay(at, first.originZone))}, ${localTime(at, first.originZone)} ${first.origin}`;
  const after = back.length === 0 ? 'Nothing goes back.' : back.length < steps.length ? 'After that nothing.' : 'Nothing after departure.';
  return (
    <>
      <h2>If you cancel</h2>
      <p>
        {[
          ...back.map(({ percent, until }) => `${percent} % back until ${moment(until)}.`),
          after,
          ...(fee > 0 && back.length > 0
            ? [`A fee of ${moneyText(minor(fee), booking.currency)} ${booking.currency} for each passenger is kept.`]
            : []),
        ].join(' ')}
      </p>
    </>
  );
}
