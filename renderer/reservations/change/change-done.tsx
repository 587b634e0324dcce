import './change-done.css';
import { useEffect, useRef } from 'react';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { minor, moneyText } from '../../../shared/money.ts';
import { ACTION_ROW } from '../../keys/key-place.ts';
import { useDeeds } from '../../keys/use-keys.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { printReceipt } from '../../pay/print-receipt.ts';
import { go } from '../../stores/navigation-store.ts';
import { PassengerTable } from '../passenger-table.tsx';
import { type ChangeDone, forgetChange } from './change-store.ts';
import { refundToWords } from './money-words.ts';

/** What was done, what the customer gets back, and who sits where now. It stays until it was read. */
export function ChangeDonePanel({ booking, done }: { booking: BookingView; done: ChangeDone }) {
  const { bookingId } = booking;
  const acts = useRef<HTMLParagraphElement>(null);
  const { words, change, back, currency, made } = done;
  // Enter that took the change must not put this away, so the focus is on the row and on none of its buttons.
  useEffect(() => acts.current?.focus(), []);
  const openMade = () => {
    if (!made) return;
    forgetChange();
    go({ name: 'reservations', bookingId: made.bookingId });
  };
  const print = () => void printReceipt(bookingId);
  const savePdf = () => void printReceipt(bookingId, 'pdf');
  useDeeds('booking', { Y: forgetChange, Esc: forgetChange, P: print, 'Shift P': savePdf, O: made ? openMade : undefined });
  return (
    <section className="ch-done" aria-label="Done">
      <p className="ch-done-words">
        <span className="ok">
          <Icon name="check" size={18} strokeWidth={2.2} />
        </span>
        <b>{words}.</b>
      </p>
      {change > 0 ? (
        <p className="ch-give">
          Give back <b>{moneyText(minor(change), currency)}</b> {currency} of the cash
        </p>
      ) : null}
      {back.map((share) => (
        <p key={`${share.kind}${share.reference}`} className="ch-give">
          <b>{moneyText(minor(share.amount), currency)}</b> {currency}{' '}
          {share.kind === 'cash' ? 'back out of the drawer' : refundToWords(share)}
        </p>
      ))}
      {made ? (
        <p>
          New locator <b className="ch-locator">{made.locator}</b>
        </p>
      ) : null}
      <p className="ch-done-acts" tabIndex={-1} ref={acts} {...ACTION_ROW}>
        <Button variant="go" kbd="Y" onPress={forgetChange}>
          Back to the booking
        </Button>
        {made ? (
          <Button kbd="O" onPress={openMade}>
            Open {made.locator}
          </Button>
        ) : null}
        <Button kbd="P" onPress={print}>
          Print receipt
        </Button>
        <Button kbd="Shift P" onPress={savePdf}>
          Receipt as PDF
        </Button>
      </p>
      <PassengerTable booking={booking} />
    </section>
  );
}
