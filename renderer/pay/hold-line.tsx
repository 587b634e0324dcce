import type { BookingView } from '../../shared/methods/booking-view.ts';
import { moneyText } from '../../shared/money.ts';
import { HoldClock } from '../sale/hold-clock.tsx';
import type { Sale } from '../sale/sale.ts';
import { unpaidOf } from './unpaid-of.ts';
import './hold-line.css';

/** On a narrow screen the title shows the time left and the amount due, because the panel that holds them is only one of the steps. */
export function HoldLine({ sale, booking }: { sale: Sale; booking: BookingView }) {
  const unknown = sale.outcome === 'unknown';
  const unpaid = unpaidOf(sale, booking);
  return (
    <span className="hold-line push">
      <HoldClock booking={booking} />
      <span className="amount">{unknown ? '' : moneyText(unpaid.amount, booking.currency)}</span>
      <span className="t3 s12">{unknown ? 'not known yet' : unpaid.words}</span>
    </span>
  );
}
