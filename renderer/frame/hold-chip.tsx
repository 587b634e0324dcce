import type { HeldBooking } from '../../shared/methods/holds.ts';
import { isSeat, seatsSaid } from '../../shared/open-seat.ts';
import { endsOf } from '../../shared/ways.ts';
import { useSession } from '../client/session-store.ts';
import { changeText } from '../format/as-sold-text.ts';
import { longLeft } from '../format/long-left.ts';
import { AT_LIMIT_WORDS, payByText } from '../format/pay-by-text.ts';
import { countdown, countdownSpoken } from '../format/times.ts';
import { Icon } from '../parts/icon.tsx';
import { Ring } from '../parts/ring.tsx';
import { HoldChange } from './hold-change.tsx';
import { openHold } from './open-hold.ts';

/** Below this a hold changes its shape and is announced. */
export const LATE_MS = 60_000;

const SEATS_SHOWN_MAX = 3;

/** The ticking clock may be up to one tick late. A new hold must not show more time than it has. */
export const timeLeft = (hold: HeldBooking, now: number): number => Math.max(0, Math.min(endOf(hold, now) - now, hold.holdMs));

/** Its time limit comes first; past that its seats stay for some hours. */
const endOf = ({ payBy, expiresAt }: HeldBooking, now: number): number => (payBy && payBy.at > now ? payBy.at : (expiresAt ?? now));

interface HoldChipProps {
  hold: HeldBooking;
  now: number;
  /** 1 to 9: Alt and this key open it. Undefined with more holds than numbers. */
  number: number | undefined;
  here: boolean;
}

export function HoldChip({ hold, now, number, here }: HoldChipProps) {
  const home = useSession(({ state }) => state?.home);
  const paying = hold.payingSince !== null;
  const left = timeLeft(hold, now);
  const late = !paying && left < LATE_MS;
  const [first] = hold.legs;
  const seats = first?.seats ?? [];
  const shown =
    seats.length > SEATS_SHOWN_MAX && seats.every(isSeat)
      ? `${seats.slice(0, SEATS_SHOWN_MAX - 1).join(' ')} +${seats.length - SEATS_SHOWN_MAX + 1}`
      : seatsSaid(seats);
  const to = endsOf(hold.legs)?.last.destination ?? '';
  const flights = hold.legs.map((leg, at) => [leg.flight, changeText(leg, hold.scheduled?.[at])].filter(Boolean).join(' ')).join(', ');
  return (
    <button
      type="button"
      className={`hold${late ? ' late' : ''}${here ? ' here' : ''}`}
      aria-current={here ? 'true' : undefined}
      aria-keyshortcuts={number ? `Alt+${number}` : undefined}
      title={`${seatsSaid(seats)} on ${flights}, ${hold.payBy ? `pay by ${payByText(hold.payBy, home?.zone ?? 'UTC', home?.airport ?? 'Z')}, ${AT_LIMIT_WORDS[hold.payBy.atLimit]}` : `${countdown(hold.holdMs)} in all`}`}
      onClick={() => openHold(hold)}
    >
      {number ? (
        <span aria-hidden="true">
          <kbd>{number}</kbd>
        </span>
      ) : null}
      <span className="aside">Hold </span>
      <span className="code">{hold.locator}</span> <span className="seats">{shown}</span>{' '}
      <span className="t2">
        {first?.flight} {to}
      </span>{' '}
      <HoldChange hold={hold} />
      <span className="left">
        {paying ? (
          <Icon name="clock" size={14} />
        ) : late ? (
          <Icon name="alert" size={14} />
        ) : (
          <Ring part={hold.holdMs > 0 ? Math.min(1, left / hold.holdMs) : 0} />
        )}
        {paying ? 'paying' : <span aria-hidden="true">{longLeft(left)}</span>}
        {paying ? null : <span className="aside">{hold.payBy ? `${longLeft(left)} to pay` : `${countdownSpoken(left)} left`}</span>}
      </span>
    </button>
  );
}
