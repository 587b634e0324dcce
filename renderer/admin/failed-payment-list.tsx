import { useState } from 'react';
import type { FailedPayment } from '../../shared/methods/payments.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { dayAndTime } from '../format/day-and-time.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { walkRows } from '../parts/walk-rows.ts';
import { go } from '../stores/navigation-store.ts';

const STANDING_WORDS: Readonly<Record<FailedPayment['charges'][number]['standing'], string>> = {
  asked: 'not known yet',
  declined: 'declined',
  due: 'being given back',
  returned: 'given back',
};

/** `311.00 given back, 5 times; 311.00 declined`: charges that stand alike are told together, in the order in which each came first. */
function chargesText({ charges, currency }: Pick<FailedPayment, 'charges' | 'currency'>): string {
  const times = new Map<string, number>();
  for (const { amount, standing } of charges) {
    const words = `${moneyText(minor(amount), currency)} ${STANDING_WORDS[standing]}`;
    times.set(words, (times.get(words) ?? 0) + 1);
  }
  return [...times].map(([words, count]) => (count > 1 ? `${words}, ${count} times` : words)).join('; ') || 'none';
}

/** Opens the booking of the row that has the focus. */
export const openFailedPayment = (): void => {
  const row = document.activeElement?.closest('tr');
  row?.querySelector('button')?.click();
};

interface RowProps {
  payment: FailedPayment;
  zone: string;
  current: boolean;
  onFocus: () => void;
}

function Row({ payment, zone, current, onFocus }: RowProps) {
  const open = (): void => go({ name: 'reservations', bookingId: payment.bookingId });
  return (
    // The button in the row does the same for the keyboard; the row only makes a larger target for the pointer.
    <tr onClick={open}>
      <td>
        <button type="button" className="jb-choose code" tabIndex={current ? 0 : -1} onFocus={onFocus}>
          {payment.locator}
        </button>
      </td>
      <td>{dayAndTime(payment.failedAt, zone)}</td>
      <td className="prop">{payment.desk}</td>
      <td className="t2">{payment.user}</td>
      <td>{payment.flights.join(', ')}</td>
      <td className="num">{payment.passengers}</td>
      <td className="num str">
        {moneyText(minor(payment.total), payment.currency)} {payment.currency}
      </td>
      <td className="jb-words">{payment.reason}</td>
      <td className="jb-words">{chargesText(payment)}</td>
    </tr>
  );
}

/** Holds whose payment failed, newest first. The arrow keys walk them, Enter opens the booking. */
export function FailedPaymentList({ payments, zone }: { payments: readonly FailedPayment[]; zone: string }) {
  const [at, setAt] = useState(0);
  const current = Math.min(at, payments.length - 1);
  return (
    <div className="jb-rows" {...LETTERS_ACT}>
      <table className="grid-table" aria-labelledby="failed-payments">
        <thead>
          <tr>
            <th scope="col">For</th>
            <th scope="col">Failed</th>
            <th scope="col">Desk</th>
            <th scope="col">Agent</th>
            <th scope="col">Flights</th>
            <th scope="col" className="num">
              Pax
            </th>
            <th scope="col" className="num">
              Price
            </th>
            <th scope="col">Why</th>
            <th scope="col">Charges</th>
          </tr>
        </thead>
        <tbody onKeyDown={(event) => walkRows(event, current)}>
          {payments.map((payment, index) => (
            <Row key={payment.bookingId} {...{ payment, zone }} current={index === current} onFocus={() => setAt(index)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
