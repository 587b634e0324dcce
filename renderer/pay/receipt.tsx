import { createPortal } from 'react-dom';
import { type BookingView, STATUS_CODES } from '../../shared/methods/booking-view.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { CABIN_NAMES } from '../../shared/seat-map.ts';
import { useSession } from '../client/session-store.ts';
import { refundedTo, TENDER_WORDS, tenderDetail } from '../format/tender-text.ts';
import { dayShift, dayShiftText, fullDate, localDay, localTime } from '../format/times.ts';
import { ReceiptConnections } from './receipt-connections.tsx';
import './receipt.css';

/** The itinerary receipt. It stands beside the console in the page and is seen on paper alone. `copy`: it was printed before, and says so. */
export function Receipt({ booking, copy = false }: { booking: BookingView; copy?: boolean }) {
  const { sale } = booking;
  const training = useSession(({ state }) => state?.mode === 'training');
  const home = useSession(({ state }) => state?.home);
  const zone = home?.zone ?? 'UTC';
  return createPortal(
    <article className="receipt" aria-hidden="true">
      {training ? <p className="training">Training: not valid for travel</p> : null}
      <header>
        <h1>Itinerary receipt{copy ? ', COPY' : ''}</h1>
        <p>
          Locator <b className="code">{booking.locator}</b>, {STATUS_CODES[booking.state]}{' '}
          {booking.state === 'CANCELLED' ? 'cancelled' : 'confirmed'}
        </p>
      </header>
      <h2>Flights</h2>
      <table>
        <thead>
          <tr>
            <th>Flight</th>
            <th>Date</th>
            <th>From</th>
            <th>To</th>
            <th>Cabin</th>
            <th>Seats</th>
          </tr>
        </thead>
        <tbody>
          {booking.legs.map((leg) => (
            <tr key={leg.flightId}>
              <td>{leg.flight}</td>
              <td>{fullDate(leg.date)}</td>
              <td>
                {leg.origin} {localTime(leg.departsAt, leg.originZone)}
              </td>
              <td>
                {leg.destination} {localTime(leg.arrivesAt, leg.destinationZone)}{' '}
                {dayShiftText(dayShift(leg.departsAt, leg.originZone, leg.arrivesAt, leg.destinationZone))}
              </td>
              <td>{CABIN_NAMES[leg.cabin]}</td>
              <td>{leg.seats.join(' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ReceiptConnections booking={booking} />
      <h2>Passengers</h2>
      <table>
        <tbody>
          {booking.passengers.map((passenger, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two passengers may bear one name, and their order stays
            <tr key={index}>
              <td>{passenger.name}</td>
              <td>{passenger.type}</td>
              <td>{passenger.type === 'INF' ? 'on the lap' : booking.legs.map((leg) => leg.seats[index]).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>Paid, {booking.currency}</h2>
      <table>
        <tbody>
          {booking.tenders.map((tender, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two tenders of a booking may be alike, and their order stays
            <tr key={index}>
              <td>{[TENDER_WORDS[tender.kind], tenderDetail(tender, booking.currency)].filter(Boolean).join(', ')}</td>
              <td className="num">{moneyText(minor(tender.amount), booking.currency)}</td>
            </tr>
          ))}
          <tr>
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
      <p className="foot prop">
        {sale
          ? `Sold at desk ${sale.desk} by ${sale.user} on ${fullDate(localDay(sale.at, zone))}, ${localTime(sale.at, zone)} ${home?.airport ?? 'Z'}. `
          : ''}
        Times of flights are local to each airport.
      </p>
    </article>,
    document.body,
  );
}
