import './accounts.css';
import { useState } from 'react';
import type { RefundDue } from '../../shared/methods/refunds.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { useSession } from '../client/session-store.ts';
import { fullMoment } from '../format/full-moment.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import { go } from '../stores/navigation-store.ts';
import { useFollowed } from './use-followed.ts';
import { useWalletRefunds } from './wallet-refunds-store.ts';

function Row({ refund, zone }: { refund: RefundDue; zone: string }) {
  const { refundId, bookingId, locator, wallet, amount, currency, reason, at } = refund;
  const [reference, setReference] = useState('');
  const [tried, setTried] = useState(false);
  const typed = reference.trim().toUpperCase();
  const isWrong = !/^[A-Z0-9]{6,35}$/.test(typed);
  return (
    <tr>
      <td className="code">
        <button
          type="button"
          className="jb-choose"
          aria-label={`Open booking ${locator}`}
          onClick={() => go({ name: 'reservations', bookingId })}
        >
          {locator}
        </button>
      </td>
      <td className="num str">
        {moneyText(minor(amount), currency)} {currency}
      </td>
      <td className="code">{wallet}</td>
      <td className="t2 s12">
        {reason}, {fullMoment(at, zone).day} {fullMoment(at, zone).time}
      </td>
      <td>
        <form
          className="wr-sent"
          aria-label={`Refund of ${locator}`}
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (isWrong) return;
            void useWalletRefunds
              .getState()
              .sent(refundId, typed)
              .then((done) => done && announce(`The refund of ${locator} is written down as sent`));
          }}
        >
          <TextField
            aria-label={`Reference of the refund of ${locator}`}
            placeholder="reference of the refund"
            value={reference}
            wrong={tried && isWrong ? '6 to 35 letters or digits.' : undefined}
            onChange={setReference}
          />
          <Button type="submit">Sent</Button>
        </form>
      </td>
    </tr>
  );
}

/** What supervisors have to send back to wallets; nothing where nothing is due. */
export function WalletRefunds() {
  const { refunds, more, refusal } = useWalletRefunds();
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  useFollowed(useWalletRefunds);
  if (refunds.length === 0) return null;
  return (
    <section className="wr-due" aria-labelledby="wr-due">
      <div className="panel-h">
        <h2 id="wr-due">To be sent to wallets</h2>
        <span className="s12 t3">by hand: send it, then write down what the wallet calls it{more > 0 ? `; ${more} more` : ''}</span>
      </div>
      <RefusalLine refusal={refusal} />
      <table className="grid-table" aria-labelledby="wr-due">
        <tbody>
          {refunds.map((refund) => (
            <Row key={refund.refundId} refund={refund} zone={zone} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
