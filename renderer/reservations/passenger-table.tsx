import { isSeat } from '../../shared/open-seat.ts';
import './passenger-table.css';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { legName } from '../format/leg-name.ts';
import { dateLabel } from '../format/times.ts';
import { Tag } from '../parts/tag.tsx';
import { go } from '../stores/navigation-store.ts';
import { contactOf, type PassengerRow, partyText, passengerRows } from './booking-facts.ts';
import { HostName } from './host-name.tsx';

function NameCell({ row, place, bookingId }: { row: PassengerRow; place: number; bookingId: number | null }) {
  const more = [
    row.passport && `passport: ${row.passport}`,
    row.carriedBy && `with ${row.carriedBy}`,
    row.assistance && 'needs assistance',
  ];
  return (
    <th scope="row" className="rv-name">
      {row.name && bookingId !== null ? (
        <button
          type="button"
          className="rv-who"
          title="All bookings, and the record"
          onClick={() => go({ name: 'reservations', customer: { by: 'booking', bookingId, place: place - 1 } })}
        >
          <HostName name={row.name} />
        </button>
      ) : row.name ? (
        <HostName name={row.name} />
      ) : (
        <span className="t3">seat {place}, no name yet</span>
      )}
      <span className="t3 s12"> {more.filter(Boolean).join('; ')}</span>
    </th>
  );
}

const bornText = ({ birthDate, age }: PassengerRow): string =>
  birthDate === null ? '' : `${dateLabel(birthDate).slice(4)} ${birthDate.slice(0, 4)}, ${age}`;

/** Who travels: host name, the passport's spelling where it differs, birth date, a seat for each leg. */
export function PassengerTable({ booking }: { booking: BookingView }) {
  const rows = passengerRows(booking);
  const contact = contactOf(booking);
  // Of adults alone no birth date is asked, and six flights need the room.
  const born = rows.some(({ birthDate }) => birthDate !== null);
  return (
    <section className="rv-block" aria-labelledby="rv-passengers">
      <div className="panel-h">
        <h2 id="rv-passengers">Passengers</h2>
        <span className="s12 t3">{partyText(rows)}</span>
      </div>
      <table className="grid-table rv-passengers" aria-labelledby="rv-passengers">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Type</th>
            {born ? <th scope="col">Born</th> : null}
            {booking.legs.map((leg) => (
              <th scope="col" key={leg.flightId}>
                {legName(leg, booking.legs)}
              </th>
            ))}
            <th scope="col" className="num">
              {booking.state === 'CONFIRMED' || booking.state === 'CANCELLED' ? 'Paid' : 'Price'} {booking.currency}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: passengers are their place in the booking
            <tr key={index}>
              <NameCell row={row} place={index + 1} bookingId={booking.passengers.length > 0 ? booking.bookingId : null} />
              <td>
                {row.type}{' '}
                {row.unaccompanied ? (
                  <Tag kind="warn" title="Unaccompanied minor">
                    UMNR
                  </Tag>
                ) : null}
              </td>
              {born ? <td className={row.birthDate ? '' : 't3'}>{bornText(row) || 'not needed'}</td> : null}
              {booking.legs.map((leg, at) => (
                <td key={leg.flightId} className={row.seats[at] ? 'str' : 't3'}>
                  <SeatOf seat={row.seats[at] ?? 'lap'} />
                </td>
              ))}
              <td className="num">{moneyText(minor(row.paid), booking.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {contact && (
        <p className="rv-contact prop s12 t2">
          {[
            contact.phone && `Phone ${contact.phone}`,
            contact.email && `e-mail ${contact.email}`,
            contact.askedBy && `requested by ${contact.askedBy}`,
          ]
            .filter(Boolean)
            .join(', ')}
        </p>
      )}
    </section>
  );
}

function SeatOf({ seat }: { seat: string }) {
  if (isSeat(seat)) return seat;
  const over = seat === 'over';
  return (
    <Tag kind="warn" title={over ? 'Sold above the seats of the cabin. The next seat that comes free is given.' : 'S gives a seat.'}>
      {over ? 'no seat left' : 'no seat yet'}
    </Tag>
  );
}
