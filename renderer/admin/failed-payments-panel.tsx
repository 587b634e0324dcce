import './jobs.css';
import type { FailedPayment } from '../../shared/methods/payments.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { useSession } from '../client/session-store.ts';
import { clockText } from '../format/clock-text.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { go } from '../stores/navigation-store.ts';
import { useFailedPayments } from './failed-payments-store.ts';
import { useFollowed } from './use-followed.ts';

const STANDING_WORDS: Readonly<Record<FailedPayment['charges'][number]['standing'], string>> = {
  asked: 'not known yet',
  declined: 'declined',
  due: 'being given back',
  returned: 'given back',
};

/** Sales that were not paid, to be reviewed: what was tried, and what became of each charge. */
export function FailedPaymentsPanel() {
  const { list, refusal } = useFailedPayments();
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  useFollowed(useFailedPayments);
  if (!list) return refusal ? <RefusalLine refusal={refusal} className="ad-refusal" /> : null;
  if (list.payments.length === 0) {
    return (
      <Empty icon="check" title="No payment failed in the last day">
        Holds whose payment failed are listed here with what became of each charge.
      </Empty>
    );
  }
  return (
    <section className="jb-list" aria-labelledby="failed-payments">
      <div className="panel-h">
        <h2 id="failed-payments">Failed payments</h2>
        <span className="s12 t3">PAYMENT_FAILED in the last day, newest first{list.more > 0 ? `, ${list.more} more` : ''}</span>
      </div>
      <div className="jb-rows">
        <table className="grid-table">
          <thead>
            <tr>
              <th>Locator</th>
              <th>Failed</th>
              <th>Desk</th>
              <th>Agent</th>
              <th>Flights</th>
              <th className="num">Passengers</th>
              <th className="num">Price</th>
              <th>Why</th>
              <th>Charges</th>
            </tr>
          </thead>
          <tbody>
            {list.payments.map((payment) => (
              <tr key={payment.bookingId}>
                <td>
                  <Button variant="quiet" onPress={() => go({ name: 'reservations', bookingId: payment.bookingId })}>
                    <span className="code">{payment.locator}</span>
                  </Button>
                </td>
                <td>{clockText(payment.failedAt, zone)}</td>
                <td className="prop">{payment.desk}</td>
                <td>{payment.user}</td>
                <td>{payment.flights.join(', ')}</td>
                <td className="num">{payment.passengers}</td>
                <td className="num str">
                  {moneyText(minor(payment.total), payment.currency)} {payment.currency}
                </td>
                <td>{payment.reason}</td>
                <td>
                  {payment.charges.length === 0
                    ? 'none'
                    : payment.charges
                        .map(({ amount, standing }) => `${moneyText(minor(amount), payment.currency)} ${STANDING_WORDS[standing]}`)
                        .join('; ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
