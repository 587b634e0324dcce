import type { BookingView } from '../../shared/methods/booking-view.ts';
import { refundOutlook } from '../../shared/refund-rules.ts';
import { fullDate, localDay, localTime } from '../format/times.ts';
import { useSettingsInForce } from '../stores/settings-in-force.ts';

/** On paper: what a cancellation gives back, and until when, as it stood at the sale. Nothing where nothing is refunded any more. */
export function ReceiptRefund({ booking }: { booking: BookingView }) {
  const settings = useSettingsInForce();
  const [first] = booking.legs;
  if (!settings || !first || booking.state !== 'CONFIRMED') return null;
  const steps = refundOutlook(settings.refundTiers, first.departsAt, booking.sale?.at ?? booking.createdAt);
  const back = steps.filter(({ percent }) => percent > 0);
  const moment = (at: number): string => `${fullDate(localDay(at, first.originZone))}, ${localTime(at, first.originZone)} ${first.origin}`;
  const after = back.length === 0 ? 'Nothing goes back.' : back.length < steps.length ? 'After that nothing.' : 'Nothing after departure.';
  return (
    <>
      <h2>If you cancel</h2>
      <p>{[...back.map(({ percent, until }) => `${percent} % back until ${moment(until)}.`), after].join(' ')}</p>
    </>
  );
}
