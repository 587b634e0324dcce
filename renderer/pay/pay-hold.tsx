import { useEffect, useRef } from 'react';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { seatsSaid } from '../../shared/open-seat.ts';
import { ACTION_ROW } from '../keys/key-place.ts';
import { Button } from '../parts/button.tsx';
import { ConnectionList } from '../parts/connection-list.tsx';
import { Icon } from '../parts/icon.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { fieldsOf } from '../sale/fields-of.ts';
import { HoldClock, HoldDeadline } from '../sale/hold-clock.tsx';
import { asksTerminal, type Sale } from '../sale/sale.ts';
import { confirmSale, extendHold, giveUpTerminal, releaseHold } from '../sale/sale-actions.ts';
import { deskToday } from '../sale/sale-fields.ts';
import { tenderFailed } from '../sale/sale-flow.ts';
import { dropTender } from '../sale/undo-tender.ts';
import { OutcomeLine } from './outcome-line.tsx';
import { PayLaterButton } from './pay-later-button.tsx';
import { changeDraft, focusTender, resetDraft } from './tender-draft-store.ts';
import { TenderFailed } from './tender-failed.tsx';
import { submitTender, TenderForm } from './tender-form.tsx';
import { takeWords } from './tender-words.ts';
import { changeOf, dueOf, tenderText } from './tenders.ts';
import { TerminalWait } from './terminal-wait.tsx';
import { unpaidOf } from './unpaid-of.ts';
import { useMoneyKeys } from './use-money-keys.ts';
import { useNextTender } from './use-next-tender.ts';
import '../sale/hold-panel.css';

/** The hold with its clock, what has been tendered, and the next tender. */
export function PayHold({ sale, booking }: { sale: Sale; booking: BookingView }) {
  const due = dueOf(booking.total, sale.tenders);
  const open = fieldsOf(sale, deskToday()).filter(({ problem }) => problem !== '').length;
  const confirming = sale.busy === 'confirming';
  const unknown = sale.outcome === 'unknown';
  const failed = tenderFailed(sale.refusal) ? sale.refusal : null;
  // Enter tries the card again, one key takes another tender.
  useEffect(() => {
    if (!failed) return;
    changeDraft({ kind: 'card', amount: '', code: '' });
    focusTender();
  }, [failed]);
  const acts = useRef<HTMLParagraphElement>(null);
  // Else the focus, whose field is gone, would go to what takes a tender back, and the next Enter would press it.
  const refusal = failed || due > 0 ? null : sale.refusal;
  useEffect(() => {
    if (refusal && document.activeElement === document.body) acts.current?.querySelector('button')?.focus();
  }, [refusal]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another hold is another sale
  useEffect(() => resetDraft(), [booking.bookingId]);
  const next = useNextTender(due, booking.currency, sale.refusal);
  useMoneyKeys('flight', due > 0 && sale.busy === null && !unknown, due, booking.currency);
  const unpaid = unpaidOf(sale, booking);
  const fares = booking.legs.reduce((sum, leg) => sum + leg.seats.length, 0);
  return (
    <section aria-label="Hold and payment" className="sale-column hold-panel">
      <div className="panel-h">
        <h2>Hold</h2>
        <span className="code acc">{booking.locator}</span>
        <span className="s12 t3 cut">{booking.legs.map((leg) => seatsSaid(leg.seats)).join(', ')}</span>
        <HoldDeadline booking={booking} />
      </div>
      <div className="due">
        <HoldClock booking={booking} />
        <span className="push amount">{unknown ? '' : moneyText(unpaid.amount, booking.currency)}</span>
        <span className="t3 s12">{unknown ? 'not known yet' : unpaid.words}</span>
      </div>
      <ConnectionList legs={booking.legs} />
      {/* Once a card has failed and nothing else is taken, the amount above says the same, and a low window needs the room for what is next. */}
      {failed && sale.tenders.length === 0 ? null : (
        // While the card is asked nothing in it can be pressed, so the keyboard scrolls it by itself.
        <div className="hold-scroll" {...(confirming ? { tabIndex: 0 } : {})}>
          <table className="tenders">
            <caption className="aside">Price and tenders</caption>
            <tbody>
              <tr>
                <th scope="row">
                  {fares} {fares === 1 ? 'fare' : 'fares'}
                </th>
                <td />
                <td className="drop" />
                <td className="num str">{moneyText(minor(booking.total), booking.currency)}</td>
              </tr>
              {sale.tenders.map((tender, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two tenders may be alike, and none has a number yet
                <tr key={index}>
                  <th scope="row">{tenderText(tender, booking.currency)}</th>
                  <td className="s12 t2">
                    {changeOf(tender) > 0 ? (
                      <>
                        change <b className="str">{moneyText(changeOf(tender), booking.currency)}</b>
                      </>
                    ) : asksTerminal(tender) ? (
                      'asked at the end'
                    ) : (
                      ''
                    )}
                  </td>
                  <td className="drop">
                    {confirming || unknown || (tender.kind === 'card' && tender.charge !== undefined) ? null : (
                      <Button
                        variant="quiet"
                        aria-label={`Take back ${tenderText(tender, booking.currency)}`}
                        onPress={() => dropTender(index, tenderText(tender, booking.currency))}
                      >
                        <Icon name="cross" size={13} />
                      </Button>
                    )}
                  </td>
                  <td className="num">{moneyText(minor(-tender.amount), booking.currency)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {failed ? <TenderFailed sale={sale} booking={booking} refusal={failed} /> : <OutcomeLine outcome={sale.outcome} />}
      <div className="taking">
        {unknown ? null : confirming ? (
          <TerminalWait asksTerminal={sale.tenders.some(asksTerminal)} what="sale" onGiveUp={giveUpTerminal} />
        ) : (
          <TenderForm sale={sale} due={due} currency={booking.currency} open={open} {...next} />
        )}
        <RefusalLine refusal={failed ? null : sale.refusal} />
        {sale.refusal?.code === 'SLIP_USED' && due === 0 && !confirming ? (
          <Button onPress={() => void confirmSale(sale.tenders, true)}>It is another slip: take it</Button>
        ) : null}
      </div>
      <p className="acts" ref={acts} {...ACTION_ROW}>
        <Button variant="go" className="grow" kbd="Enter" isPending={confirming || unknown} onPress={submitTender}>
          {confirming
            ? 'Confirming'
            : unknown
              ? 'Not known yet'
              : open > 0
                ? `${open} ${open === 1 ? 'field' : 'fields'} to fill in`
                : due > 0
                  ? takeWords(next.draft, next.read, due, booking.currency, failed !== null)
                  : 'Confirm'}
        </Button>
        <PayLaterButton sale={sale} booking={booking} />
        {booking.payBy ? null : (
          <Button kbd="F9" isDisabled={booking.extended || sale.busy !== null} onPress={() => void extendHold()}>
            Extend
          </Button>
        )}
        <Button kbd="Shift F9" variant="danger" isDisabled={sale.busy !== null || unknown} onPress={() => void releaseHold()}>
          Release
        </Button>
      </p>
    </section>
  );
}
