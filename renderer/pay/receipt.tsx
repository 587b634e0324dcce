import { createPortal } from 'react-dom';
import { type BookingView, STATUS_CODES } from '../../shared/methods/booking-view.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { seatSaid } from '../../shared/open-seat.ts';
import { TENDER_RULES } from '../../shared/tender-kinds.ts';
import { useSession } from '../client/session-store.ts';
import { legName } from '../format/leg-name.ts';
import type { Scheduled } from '../format/legs-as-now.ts';
import { refundedTo, tenderDetail } from '../format/tender-text.ts';
import { fullDate, localDay, localTime } from '../format/times.ts';
import { useSettingsInForce } from '../stores/settings-in-force.ts';
import { BarCode } from './bar-code.tsx';
import { usePrint } from './print-receipt.ts';
import { ReceiptFares } from './receipt-fares.tsx';
import { ReceiptFlights } from './receipt-flights.tsx';
import { receiptNumber } from './receipt-number.ts';
import { ReceiptRefund } from './receipt-refund.tsx';
import '../print/paper.css';

/** `, Nguyễn/Ẩn`: the name as the passport writes it, where A to Z does not say the same. */
const spelling = ({ surname, given }: BookingView['passengers'][number]): string =>
  /^[\x20-\x7e]*$/.test(surname + given) ? '' : `, ${surname}/${given}`;

/** The itinerary receipt, on A4 or on a roll of 80 mm. `scheduled`: its legs as they are scheduled now. It stands beside the console in the page and is seen on paper alone. */
export function Receipt({ booking, scheduled }: { booking: BookingView; scheduled?: Scheduled }) {
  const { sale } = booking;
  const training = useSession(({ state }) => state?.mode === 'training');
  const home = useSession(({ state }) => state?.home);
  const zone = home?.zone ?? 'UTC';
  const settings = useSettingsInForce();
  const { paper, printing } = usePrint();
  const copy = printing?.bookingId === booking.bookingId ? printing.print - 1 : 0;
  return createPortal(
    <article className={paper === '80mm' ? 'receipt roll' : 'receipt'} aria-hidden="true">
      {training ? <p className="training">Training: not valid for travel</p> : null}
      {settings && settings.companyName !== '' ? (
        <address>
          <b>{settings.companyName}</b>
          {settings.companyAddress.split('\n').map((line) => (
            <span key={line}>{line}</span>
          ))}
          {settings.companyPhone ? <span>Phone {settings.companyPhone}</span> : null}
          {settings.companyTaxNumber ? <span>Tax number {settings.companyTaxNumber}</span> : null}
        </address>
      ) : null}
      <header>
        <div>
          <h1>Itinerary receipt{copy > 0 ? ', COPY' : ''}</h1>
          <p>
            Number {receiptNumber(booking.bookingId)}
            {copy > 0 ? `, copy ${copy}` : ''}
          </p>
          {sale ? (
            <p className="prop">
              Sold {fullDate(localDay(sale.at, zone))}, {localTime(sale.at, zone)} {home?.airport ?? 'Z'}, desk {sale.desk}, {sale.user}
            </p>
          ) : null}
        </div>
        <div className="locator-code">
          <BarCode text={booking.locator} />
          <p>
            Locator <b className="code">{booking.locator}</b>, {STATUS_CODES[booking.state]}{' '}
            {booking.state === 'CANCELLED' ? 'cancelled' : 'confirmed'}
          </p>
        </div>
      </header>
      <ReceiptFlights booking={booking} scheduled={scheduled} checkInMinutes={settings?.checkInMinutes ?? 0} />
      <h2>Passengers and seats</h2>
      <table className="passengers">
        <tbody>
          {booking.passengers.map((passenger, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two passengers may bear one name, and their order stays
            <tr key={index}>
              <td>
                {passenger.name} {passenger.type}
                {spelling(passenger)}
                {passenger.unaccompanied ? ', unaccompanied minor (UMNR)' : ''}
              </td>
              {booking.legs.map((leg) => (
                <td key={leg.flightId}>
                  {legName(leg, booking.legs)} <b>{seatSaid(leg.seats[index] ?? 'on the lap')}</b>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ReceiptFares booking={booking} />
      <h2>Paid, {booking.currency}</h2>
      <table>
        <tbody>
          {booking.tenders.map((tender, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two tenders of a booking may be alike, and their order stays
            <tr key={index}>
              <td>{[TENDER_RULES[tender.kind].word, tenderDetail(tender, booking.currency)].filter(Boolean).join(', ')}</td>
              <td className="num">{moneyText(minor(tender.amount), booking.currency)}</td>
            </tr>
          ))}
          <tr className="sum">
            <td>
              <b>Total</b>
            </td>
            <td className="num">
              <b>{moneyText(minor(booking.total), booking.currency)}</b>
            </td>
          </tr>
          {booking.refunded > 0 ? (
            <tr>
              <td>{['Refund', refundedTo(booking.tenders, booking.currency)].filter(Boolean).join(', ')}</td>
              <td className="num">{moneyText(minor(-booking.refunded), booking.currency)}</td>
            </tr>
          ) : null}
        </tbody>
      </table>
      <ReceiptRefund booking={booking} scheduled={scheduled} />
      <p className="foot">Times of flights are local to each airport.</p>
    </article>,
    document.body,
  );
}
