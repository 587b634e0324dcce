import type { BookingView } from '../../shared/methods/booking-view.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { refundOutlook } from '../../shared/refund-rules.ts';
import { allGoesBack, carrierReason } from '../format/carrier-reason.ts';
import { departuresNow, type Scheduled } from '../format/legs-as-now.ts';
import { fullDate, localDay, localTime } from '../format/times.ts';
import { policyOf, useRefundPolicies } from '../stores/refund-policies.ts';

/** On paper: what a cancellation gives back, and until when, as it stood at the sale, by the departure of now. Nothing where nothing is refunded any more. */
export function ReceiptRefund({ booking, scheduled }: { booking: BookingView; scheduled: Scheduled }) {
  const policies = useRefundPolicies();
  const [first] = booking.legs;
  const policy = first && policyOf(policies, first);
  if (!policy || !first || booking.state !== 'CONFIRMED') return null;
  const reason = carrierReason(booking.legs, scheduled);
  if (reason !== undefined)
    return (
      <>
        <h2>If you cancel</h2>
        <p>{allGoesBack(reason)}</p>
      </>
    );
  const departsAt = Math.min(...departuresNow(booking.legs, scheduled));
  const fee = policy.cancelFee[booking.currency] ?? 0;
  const steps = refundOutlook(policy.tiers, departsAt, booking.sale?.at ?? booking.createdAt);
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
