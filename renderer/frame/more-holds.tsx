import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { HeldBooking } from '../../shared/methods/holds.ts';
import { seatsSaid } from '../../shared/open-seat.ts';
import { endsOf } from '../../shared/ways.ts';
import { countdown, countdownSpoken } from '../format/times.ts';
import { HoldChange } from './hold-change.tsx';
import { timeLeft } from './hold-chip.tsx';
import { openHold } from './open-hold.ts';

interface MoreHoldsProps {
  /** The holds that do not fit into the tray, the first to end first. */
  holds: readonly HeldBooking[];
  numbers: Readonly<Record<number, number>>;
  now: number;
}

/** `+4, next 0:47`: how many holds do not fit, and when the first of them ends. It lists them. */
export function MoreHolds({ holds, numbers, now }: MoreHoldsProps) {
  const [next] = holds;
  if (!next) return null;
  const left = timeLeft(next, now);
  return (
    <MenuTrigger>
      <Button className="more-holds" aria-label={`${holds.length} more holds, the next ends in ${countdownSpoken(left)}`}>
        +{holds.length}, next <b>{countdown(left)}</b>
      </Button>
      <Popover className="pop" offset={6} placement="top end">
        <Menu
          className="options"
          aria-label="More holds"
          onAction={(key) => {
            const chosen = holds.find(({ bookingId }) => bookingId === key);
            if (chosen) openHold(chosen);
          }}
        >
          {holds.map((hold) => (
            <MenuItem key={hold.bookingId} id={hold.bookingId} className="option" textValue={hold.locator}>
              {numbers[hold.bookingId] ? <kbd>{numbers[hold.bookingId]}</kbd> : null}
              <b className="code">{hold.locator}</b> {seatsSaid(hold.legs[0]?.seats ?? [])}{' '}
              <span className="t2">
                {hold.legs[0]?.flight} {endsOf(hold.legs)?.last.destination}
              </span>{' '}
              <HoldChange hold={hold} />
              <span className="push num">{countdown(timeLeft(hold, now))}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
