import type { BookingView } from '../../shared/methods/booking-view.ts';
import { minor, moneyText, sum } from '../../shared/money.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { countdown } from '../format/times.ts';
import { Icon } from '../parts/icon.tsx';
import type { Sale } from '../sale/sale.ts';
import { useNow } from '../stores/clock-store.ts';
import { restOfTerminal } from './rest-of-terminal.ts';
import './outcome-line.css';

/** A card was declined, did not answer or was given up: what stands, how long the seats stay, and how to go on. */
export function TenderFailed({ sale, booking, refusal }: { sale: Sale; booking: BookingView; refusal: Refusal }) {
  const now = useNow();
  const left = booking.expiresAt === null ? 0 : booking.expiresAt - now;
  const rest = restOfTerminal(refusal, now);
  const taken = sum(sale.tenders.map(({ amount }) => minor(amount)));
  return (
    <div role="alert" className="outcome failed">
      <Icon name="alert" size={16} />
      <p>
        <b>{refusal.message}</b>
        <span className="s12">
          {/* Who sees the screen has the clock of the hold above. */}
          <span className="aside">Seats kept, {countdown(left)} left. </span>
          {/* Of a terminal that rests the sentence above says that nothing was charged. */}
          {taken > 0 ? `${moneyText(taken, booking.currency)} stay taken. ` : rest > 0 ? '' : 'Nothing is taken. '}
          {rest > 0
            ? `C or V takes another tender. In ${countdown(rest)} Enter tries the card again.`
            : 'Enter tries again; C, K or V another tender.'}
        </span>
      </p>
    </div>
  );
}
