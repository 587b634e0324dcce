import type { BookedLeg, BookingView } from '../../shared/methods/booking-view.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { changeText } from '../format/as-sold-text.ts';
import { legsAsNow, type Scheduled } from '../format/legs-as-now.ts';
import { fullDate, localDay, localTime } from '../format/times.ts';
import type { CancelOffer } from './booking-store.ts';
import { refundShareWords } from './refund-share-words.ts';

/** The refund worksheet on paper: what goes back, by which rule, to what, and until when the quote may be taken. */
export function WorksheetSheet({ quote, booking, scheduled }: { quote: CancelOffer; booking: BookingView; scheduled: Scheduled }) {
  const [first] = booking.legs;
  const zone = first?.originZone ?? 'UTC';
  const moment = (at: number) => `${fullDate(localDay(at, zone))}, ${localTime(at, zone)} ${first?.origin ?? 'Z'}`;
  const money = (amount: number) => moneyText(minor(amount), quote.currency);
  return (
    <>
      <header>
        <div>
          <h1>Refund worksheet, quote {quote.number}</h1>
          <p>
            Booking <b className="code">{booking.locator}</b>, {booking.passengers.map(({ name }) => name).join(', ')}
          </p>
          {legsAsNow(booking.legs, scheduled).map((leg, at) => (
            <p key={leg.flightId}>
              {[
                `${leg.flight}, ${fullDate(localDay(leg.departsAt, leg.originZone))}, ${leg.origin} ${leg.destination}`,
                changeText(booking.legs[at] as BookedLeg, scheduled?.[at]),
              ]
                .filter(Boolean)
                .join('. ')}
            </p>
          ))}
          <p>Nothing is cancelled yet. Valid until {moment(quote.validUntil)}</p>
        </div>
      </header>
      <h2>Refund, {quote.currency}</h2>
      <table>
        <tbody>
          {quote.lines.map((line) => (
            <tr key={line.label}>
              <td>{line.label}</td>
              <td>{line.detail}</td>
              <td className="num">{money(line.amount)}</td>
            </tr>
          ))}
          <tr className="sum">
            <td>Refund</td>
            <td>of {money(quote.paid)} paid</td>
            <td className="num">{money(quote.total)}</td>
          </tr>
          {quote.to.map((share) => (
            <tr key={`${share.kind}${share.reference}`}>
              <td>{refundShareWords(share)}</td>
              <td>{share.reference}</td>
              <td className="num">{money(share.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>Rule: {quote.rule}</p>
      {quote.waiver ? (
        <p>
          Waived by {quote.waiver.user}: {quote.waiver.reason}
        </p>
      ) : null}
    </>
  );
}
