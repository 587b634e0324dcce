import { useMemo } from 'react';
import { type Instant, instant, SECOND_MS } from '../../shared/instants.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import { refundRule } from '../../shared/refund-rules.ts';
import { useSession } from '../client/session-store.ts';
import { useNow } from '../stores/clock-store.ts';
import { useBooking } from './booking-store.ts';
import { deadlineText } from './deadline-text.ts';
import type { Standpoint } from './possible-actions.ts';

/** A booking as this desk sees it at this second: what a refund would be, and how deadlines are written. */
export function useStandpoint(booking: BookingView): Standpoint {
  const now = useNow(SECOND_MS);
  const desk = useSession((state) => state.session?.desk ?? '');
  const tiers = useBooking((state) => state.tiers);
  const printed = useBooking((state) => state.history.some(({ type }) => type === 'receipt.printed'));
  const first = booking.legs[0];
  return useMemo(() => {
    const sold = booking.state === 'CONFIRMED' && first;
    return {
      booking,
      now,
      desk,
      printed,
      refund: sold && tiers.length > 0 ? refundRule(tiers, instant(first.departsAt), now) : undefined,
      clock: (at: Instant) => deadlineText(at, first?.originZone ?? 'UTC', first?.origin ?? 'Z', now),
    };
  }, [booking, now, desk, printed, tiers, first]);
}
