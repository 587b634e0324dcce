import './money.css';
import { useState } from 'react';
import { fareGroups } from '../../shared/leg-fares.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { TENDER_RULES } from '../../shared/tender-kinds.ts';
import { legName } from '../format/leg-name.ts';
import { refundedTo, tenderDetail } from '../format/tender-text.ts';
import { toldFares } from '../format/told-fares.ts';
import { useDeeds } from '../keys/use-keys.ts';
import { Button } from '../parts/button.tsx';
import { PriceTrace } from '../parts/price-trace.tsx';
import { WhyPrice } from '../parts/why-price.tsx';
import { useBooking } from './booking-store.ts';

/** Who gives back what is still due: the card terminal by itself, or a supervisor who sends it to a wallet. */
function howItGoesBack(tenders: BookingView['tenders']): string {
  const isTo = (kind: string) => tenders.some((tender) => tender.kind === kind && tender.refunded > 0);
  if (!isTo('wallet')) return 'it has not got through yet';
  return isTo('card') ? 'to a card by itself, to a wallet by a supervisor' : 'a supervisor sends it to the wallet';
}

function Payments({ booking }: { booking: BookingView }) {
  const due = useBooking(({ refundDue }) => refundDue ?? 0);
  const seats = [...new Set(booking.legs.map((leg) => leg.seats.length))].join(' and ');
  const paid = booking.state === 'CONFIRMED' || booking.state === 'CANCELLED';
  return (
    <table className="trace rv-payments">
      <caption className="aside">Payment</caption>
      <tbody>
        <tr className="sum">
          <th scope="row">
            {seats} {seats === '1' ? 'seat' : 'seats'}
            {paid ? ', paid' : ''}
          </th>
          <td className="t3 s12">{booking.legs.length > 1 ? `on ${booking.legs.length} flights` : ''}</td>
          <td className="num">{moneyText(minor(booking.total), booking.currency)}</td>
        </tr>
        {booking.tenders.map((tender, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: tenders keep the order in which they were taken
          <tr key={index}>
            <th scope="row">{TENDER_RULES[tender.kind].word}</th>
            <td className="t3 s12">{tenderDetail(tender, booking.currency)}</td>
            <td className="num">{moneyText(minor(tender.amount), booking.currency)}</td>
          </tr>
        ))}
        {booking.refunded > 0 && (
          <tr className="sub">
            <th scope="row">Refund</th>
            <td className="t3 s12">{refundedTo(booking.tenders, booking.currency)}</td>
            <td className="num">{moneyText(minor(-booking.refunded), booking.currency)}</td>
          </tr>
        )}
        {booking.fees > 0 && (
          <tr>
            <th scope="row">Kept</th>
            <td className="t3 s12">fees, and what refund rules keep</td>
            <td className="num">{moneyText(minor(booking.fees), booking.currency)}</td>
          </tr>
        )}
        {due > 0 && (
          <tr>
            <th scope="row">Still to go back</th>
            <td className="t3 s12">{howItGoesBack(booking.tenders)}</td>
            <td className="num">{moneyText(minor(due), booking.currency)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** Why the price is what it is, leg by leg for one seat; then what was taken and what went back. */
export function MoneyPanel({ booking }: { booking: BookingView }) {
  const [asked, setAsked] = useState(false);
  useDeeds('booking', { W: () => setAsked(true) });
  const stands =
    booking.state === 'HOLD' ? 'The hold keeps this price.' : 'The price is that of the hold. It does not change with a later policy.';
  return (
    <section aria-labelledby="rv-money">
      <div className="panel-h">
        <h2 id="rv-money">Money</h2>
        <span className="s12 t3">one seat, price kept when held</span>
        <Button variant="quiet" className="push" kbd="W" aria-label="Why this price, in words" onPress={() => setAsked(true)}>
          Why
        </Button>
      </div>
      <WhyPrice isOpen={asked} onClose={() => setAsked(false)} fares={toldFares(booking)} stands={stands} />
      {booking.legs.flatMap((leg) =>
        fareGroups(leg).map(({ seats, fare, trace }, _, groups) => (
          <PriceTrace
            key={`${leg.flightId} ${seats.join(' ')}`}
            lines={trace}
            total={fare}
            currency={booking.currency}
            sumLabel={`${groups.length > 1 ? seats.join(' ') : 'One seat'} on ${legName(leg, booking.legs)}${groups.length > 1 ? ', each' : ''}`}
          />
        )),
      )}
      <Payments booking={booking} />
    </section>
  );
}
