import { useEffect } from 'react';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import type { PayBy } from '../../shared/pay-by.ts';
import { useSession } from '../client/session-store.ts';
import { clockText } from '../format/clock-text.ts';
import { longLeft } from '../format/long-left.ts';
import { AT_LIMIT_WORDS, payByText } from '../format/pay-by-text.ts';
import { countdown } from '../format/times.ts';
import { Tag } from '../parts/tag.tsx';
import { useNow } from '../stores/clock-store.ts';
import { lookAgain } from './sale-actions.ts';

/** A deadline in the last minute is told by shape too. */
const LATE_MS = 60_000;
/** If no event came this long after the deadline, the hub is asked. */
const OVERDUE_MS = 2_000;

/** `until 14:08:41 NYC`: the deadline in the local time of this desk. One that is paid later has its day too. */
export function HoldDeadline({ booking: { expiresAt, payBy } }: { booking: BookingView }) {
  const home = useSession(({ state }) => state?.home);
  const [zone, place] = [home?.zone ?? 'UTC', home?.airport ?? 'Z'];
  if (expiresAt === null) return null;
  return (
    <span className="push s12 t2 nb">
      {payBy ? `pay by ${payByText(payBy, zone, place)}` : `until ${clockText(expiresAt, zone)} ${place}`}
    </span>
  );
}

/** What stands beside the time that is left of a hold with a time limit. */
const limitWords = (payBy: PayBy, now: number): string => (payBy.at <= now ? 'left after its time limit' : AT_LIMIT_WORDS[payBy.atLimit]);

/** How long the hold still runs. The countdown only shows. The end of the hold comes from an event of the hub; if none comes, the hub is asked. */
export function HoldClock({ booking }: { booking: BookingView }) {
  const now = useNow(250);
  const overdue = booking.expiresAt !== null && now > booking.expiresAt + OVERDUE_MS;
  useEffect(() => {
    if (overdue) void lookAgain(booking.bookingId);
  }, [overdue, booking.bookingId]);
  if (booking.expiresAt === null) return null;
  // The ticking clock may be up to one tick late. A new hold must not show more time than it has.
  const ends = booking.payBy && booking.payBy.at > now ? booking.payBy.at : booking.expiresAt;
  const left = booking.payingSince === null ? Math.min(ends - now, booking.holdMs) : booking.expiresAt - now;
  const late = left < LATE_MS;
  // A payment under way may push the deadline past the hold's own length.
  const whole = Math.max(booking.holdMs, 1);
  return (
    <>
      <span className={late ? 'left late' : 'left'} role="timer" aria-label="Time left of the hold">
        {longLeft(left)}
      </span>
      <span className={late ? 'aside' : 't3 s12'}>
        {booking.payBy ? limitWords(booking.payBy, now) : `left of ${countdown(booking.holdMs)}`}
      </span>
      {late ? <Tag kind="bad">{left > 0 ? 'ends soon' : 'ending'}</Tag> : null}
      <span className="drain" aria-hidden="true">
        <i className={late ? 'late' : undefined} style={{ width: `${Math.max(0, Math.min(1, left / whole)) * 100}%` }} />
      </span>
    </>
  );
}
