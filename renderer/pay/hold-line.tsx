import type { BookingView } from '../../shared/methods/booking-view.ts';
import { moneyText } from '../../shared/money.ts';
import { HoldClock } from '../sale/hold-clock.tsx';
import type { Sale } from '../sale/sale.ts';
import { dueOf } from './tenders.ts';
import './hold-line.css';

/** On a narrow screen the title shows the time left and the amount due, because the panel that holds them is only one of the steps. */
export function HoldLine({ sale, booking }: { sale: Sale; booking: BookingView }) {
  return (
    <span className="hold-line push">
      <HoldClock booking={booking} />
      <span className="amount">{moneyText(dueOf(booking.total, sale.tenders), booking.currency)}</span>
      <span className="t3 s12">{booking.currency} to pay</span>
    </span>
  );
}
