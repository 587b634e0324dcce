import './booking-head.css';
import type { ReactNode } from 'react';
import { DAY_MS, MINUTE_MS } from '../../shared/instants.ts';
import { worstChange } from '../../shared/leg-change.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { refundState } from '../../shared/refund-state.ts';
import { shownState } from '../../shared/shown-state.ts';
import { departuresNow } from '../format/legs-as-now.ts';
import { longLeft } from '../format/long-left.ts';
import { AT_LIMIT_WORDS } from '../format/pay-by-text.ts';
import { countdown, elapsed } from '../format/times.ts';
import { Icon } from '../parts/icon.tsx';
import { Tag } from '../parts/tag.tsx';
import { contactOf } from './booking-facts.ts';
import { useBooking } from './booking-store.ts';
import type { Standpoint } from './possible-actions.ts';
import { RefundMark } from './refund-mark.tsx';
import { ScheduleTag } from './schedule-tag.tsx';
import { StatusMark } from './status-mark.tsx';
import { useStandpoint } from './use-standpoint.ts';

function Fact({ label, kind, children }: { label: string; kind?: 'wide' | 'asker' | 'phone' | 'mail' | 'push'; children: ReactNode }) {
  return (
    <div className={kind ? `rv-fact ${kind}` : 'rv-fact'}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const moneyFact = (booking: BookingView): { label: string; amount: number } => {
  if (booking.state === 'CONFIRMED') return { label: 'Paid', amount: booking.total };
  if (booking.state === 'CANCELLED')
    return { label: `Refund, of ${moneyText(minor(booking.total), booking.currency)} paid`, amount: booking.refunded };
  return { label: booking.state === 'HOLD' ? 'To pay' : 'Price when held', amount: booking.total };
};

/** The time that matters next: the end of a hold, or when the refund falls. */
function NextDeadline({ standpoint }: { standpoint: Standpoint }) {
  const { booking, now, refund, clock } = standpoint;
  if (booking.state === 'HOLD' && booking.expiresAt !== null) {
    const left = (booking.payBy && booking.payBy.at > now ? booking.payBy.at : booking.expiresAt) - now;
    return (
      <Fact
        label={
          booking.payBy
            ? `Pay by ${clock(booking.payBy.at as typeof now)}, ${AT_LIMIT_WORDS[booking.payBy.atLimit]}`
            : `Hold ends at ${clock(booking.expiresAt as typeof now)}`
        }
      >
        <span className={`rv-left ${left < MINUTE_MS ? 'bad' : 'warn'}`}>
          <Icon name="clock" size={15} />
          {booking.payingSince !== null && left <= 0
            ? 'payment under way'
            : booking.payBy
              ? `${longLeft(left)} ${booking.payBy.at > now ? 'left' : 'left after its limit'}`
              : `${countdown(Math.min(left, booking.holdMs))} left of ${countdown(booking.holdMs)}`}
        </span>
      </Fact>
    );
  }
  if (!refund) return null;
  if (refund.fallsAt === null) {
    const rule = `${refund.percent} %, ${refund.rule}`;
    return (
      <Fact label="Refund now" kind="wide">
        <span title={rule}>{rule}</span>
      </Fact>
    );
  }
  return (
    <Fact label={`Refund falls to ${refund.fallsTo} % at`}>
      <span className="rv-left warn">
        <Icon name="clock" size={15} />
        {clock(refund.fallsAt)}
      </span>
    </Fact>
  );
}

const untilText = (ms: number): string => {
  if (ms <= 0) return 'departed';
  return ms >= 2 * DAY_MS ? `${Math.floor(ms / DAY_MS)} days` : elapsed(Math.floor(ms / MINUTE_MS));
};

/** Locator, state, money, people and the next deadline, on one line. */
export function BookingHead({ booking }: { booking: BookingView }) {
  const standpoint = useStandpoint(booking);
  const { flownAt, refundDue } = useBooking();
  const state = shownState({ state: booking.state, flownAt }, standpoint.now);
  const money = moneyFact(booking);
  const contact = contactOf(booking);
  const departures = departuresNow(booking.legs, standpoint.scheduled).filter(Number.isFinite);
  const departsAt = departures[0] ?? booking.legs[0]?.departsAt ?? 0;
  const worst = worstChange(standpoint.scheduled ?? []);
  const live = state === 'CONFIRMED' || state === 'HOLD';
  return (
    <header className="rv-head">
      <h1 className="rv-locator">{booking.locator}</h1>
      <dl className="rv-facts">
        <Fact label="Status">
          <span className="rv-marks">
            <StatusMark state={state} size={15} />
            {worst && worst.kind !== 'none' && live ? <ScheduleTag now={worst} /> : null}
            <RefundMark refund={refundState(booking)} due={refundDue} />
          </span>
        </Fact>
        <Fact label={money.label}>
          {moneyText(minor(money.amount), booking.currency)} {booking.currency}
        </Fact>
        {contact && contact.askedBy !== '' && (
          <Fact label="Requested by" kind="asker">
            <span title={contact.askedBy}>{contact.askedBy}</span>
          </Fact>
        )}
        {contact && (
          <Fact label="Contact" kind={contact.phone ? 'phone' : 'mail'}>
            {contact.phone || contact.email}
          </Fact>
        )}
        {booking.minorsBy !== undefined && (
          <Fact label="Unaccompanied minor">
            <Tag kind="warn">UMNR</Tag> yes by {booking.minorsBy}
          </Fact>
        )}
        {live && (
          <Fact label={departsAt > standpoint.now ? 'First departure in' : 'First departure'} kind="push">
            {untilText(departsAt - standpoint.now)}
          </Fact>
        )}
        {state === 'FLOWN' ? null : <NextDeadline standpoint={standpoint} />}
      </dl>
    </header>
  );
}
