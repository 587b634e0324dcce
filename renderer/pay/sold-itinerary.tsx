import { type BookingView, STATUS_CODES } from '../../shared/methods/booking-view.ts';
import { seatSaid, seatsSaid } from '../../shared/open-seat.ts';
import { CABIN_NAMES } from '../../shared/seat-map.ts';
import { useSession } from '../client/session-store.ts';
import { clockText } from '../format/clock-text.ts';
import { dateLabel, dayShift, dayShiftText, localTime } from '../format/times.ts';
import { ConnectionList } from '../parts/connection-list.tsx';
import { Icon } from '../parts/icon.tsx';
import { Tag } from '../parts/tag.tsx';
import type { Outcome } from '../sale/sale.ts';
import { OutcomeLine } from './outcome-line.tsx';

/** The locator to read out, who flies where, and on which seat. */
export function SoldItinerary({ booking, outcome }: { booking: BookingView; outcome: Outcome }) {
  const home = useSession(({ state }) => state?.home);
  return (
    <section aria-label="Locator" className="sale-column">
      <div className="panel-h">
        <h2>Sold</h2>
        <Tag kind="ok">
          <Icon name="check" size={12} strokeWidth={2.5} /> {STATUS_CODES[booking.state]} confirmed
        </Tag>
        {booking.sale ? (
          <span className="push s12 t2">
            {clockText(booking.sale.at, home?.zone ?? 'UTC')} {home?.airport ?? 'Z'}
          </span>
        ) : null}
      </div>
      <OutcomeLine outcome={outcome} />
      <p className="locator code">{booking.locator}</p>
      <div className="confirmation-scroll">
        <table className="grid-table sold-flights">
          <caption className="aside">Flights</caption>
          <tbody>
            {booking.legs.map((leg) => {
              const shift = dayShiftText(dayShift(leg.departsAt, leg.originZone, leg.arrivesAt, leg.destinationZone));
              return (
                <tr key={leg.flightId}>
                  <th scope="row" className="str">
                    {leg.flight}
                  </th>
                  <td>
                    <span className="nb">
                      {leg.origin} <b className="med">{localTime(leg.departsAt, leg.originZone)}</b> to {leg.destination}{' '}
                      <b className="med">{localTime(leg.arrivesAt, leg.destinationZone)}</b>
                      {shift ? <sup>{shift}</sup> : null}
                    </span>
                    <span className="t2 s12">
                      {dateLabel(leg.date)}, {CABIN_NAMES[leg.cabin]}
                    </span>
                  </td>
                  <td className="str num">{seatsSaid(leg.seats)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <ConnectionList legs={booking.legs} />
        <table className="grid-table">
          <caption className="aside">Passengers</caption>
          <tbody>
            {booking.passengers.map((passenger, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two passengers may bear one name, and their order stays
              <tr key={index}>
                <th scope="row">{passenger.name}</th>
                <td>
                  {passenger.type}
                  {passenger.unaccompanied ? ' UMNR' : ''}
                </td>
                <td className="str num">
                  {passenger.type === 'INF' ? 'lap' : booking.legs.map((leg) => seatSaid(leg.seats[index] ?? 'lap')).join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
