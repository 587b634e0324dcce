import type { BookingView } from '../../shared/methods/booking-view.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { TENDER_RULES } from '../../shared/tender-kinds.ts';
import { tenderDetail } from '../format/tender-text.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { Button } from '../parts/button.tsx';
import { changeDue } from '../sale/change-due.ts';
import { CHANGE_BUTTON_ID, giveChange } from '../sale/sale-actions.ts';

interface PaidPanelProps {
  booking: BookingView;
  changeGiven: boolean;
  /** Whether a press is meant for this panel. */
  ready: boolean;
}

/** What goes back to the customer, until somebody says that it was given; and what was paid by which tender. */
export function PaidPanel({ booking, changeGiven, ready }: PaidPanelProps) {
  const change = changeDue(booking);
  const given = booking.tenders.reduce((sum, tender) => sum + (tender.given ?? 0), 0);
  const text = moneyText(change, booking.currency);
  return (
    <section aria-label="Paid" className="sale-column">
      <div className="panel-h">
        <h2>{change > 0 && !changeGiven ? 'Give back' : 'Paid'}</h2>
        <span className="push s12 t3">{booking.currency}</span>
      </div>
      {change > 0 && !changeGiven ? (
        <div className="change-due" {...LETTERS_ACT}>
          <p>
            <b>{text}</b> <span className="s12">of {moneyText(minor(given), booking.currency)} given in cash</span>
          </p>
          <Button id={CHANGE_BUTTON_ID} variant="go" className="grow" kbd="Y" isPending={!ready} onPress={giveChange}>
            {text} given back
          </Button>
        </div>
      ) : null}
      <div className="confirmation-scroll">
        <table className="grid-table">
          <caption className="aside">Tenders</caption>
          <tbody>
            {booking.tenders.map((tender, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two tenders of a booking may be alike, and their order stays
              <tr key={index}>
                <th scope="row">{TENDER_RULES[tender.kind].word}</th>
                <td className="s12 t2">{tenderDetail(tender, booking.currency)}</td>
                <td className="num">{moneyText(minor(tender.amount), booking.currency)}</td>
              </tr>
            ))}
            <tr className="total">
              <th scope="row">Total</th>
              <td />
              <td className="num str">{moneyText(minor(booking.total), booking.currency)}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  );
}
