import { useMemo } from 'react';
import { type Instant, SECOND_MS } from '../../shared/instants.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import { useSession } from '../client/session-store.ts';
import { useNow } from '../stores/clock-store.ts';
import { useRefundPolicies } from '../stores/refund-policies.ts';
import { useBooking } from './booking-store.ts';
import { deadlineText } from './deadline-text.ts';
import { foretellRefund } from './foretell-refund.ts';
import type { Standpoint } from './possible-actions.ts';

/** A booking as this desk sees it at this second: what a refund would be, and how deadlines are written. */
export function useStandpoint(booking: BookingView): Standpoint {
  const now = useNow(SECOND_MS);
  const desk = useSession((state) => state.session?.desk ?? '');
  const policies = useRefundPolicies();
  const printed = useBooking((state) => state.history.some(({ type }) => type === 'receipt.printed'));
  const scheduled = useBooking((state) => (state.bookingId === booking.bookingId ? state.scheduled : undefined));
  const first = booking.legs[0];
  return useMemo(() => {
    const foretold = booking.state === 'CONFIRMED' ? foretellRefund(booking, policies, now, scheduled) : undefined;
    return {
      booking,
      now,
      desk,
      printed,
      refund: foretold?.rule,
      back: foretold?.back,
      byCarrier: foretold?.byCarrier,
      scheduled,
      clock: (at: Instant) => deadlineText(at, first?.originZone ?? 'UTC', first?.origin ?? 'Z', now),
    };
  }, [booking, now, desk, printed, policies, scheduled, first]);
}
