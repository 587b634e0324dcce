import { Fragment } from 'react';
import { MINUTE_MS } from '../../shared/instants.ts';
import type { BookedLeg, BookingView } from '../../shared/methods/booking-view.ts';
import { CABIN_NAMES } from '../../shared/seat-map.ts';
import { changeText } from '../format/as-sold-text.ts';
import { changesAirport, connectionText } from '../format/connection-text.ts';
import { connectsNow, legsAsNow, type Scheduled } from '../format/legs-as-now.ts';
import { fullDate, localDay, localTime } from '../format/times.ts';
import { useConnections } from '../stores/connection-times.ts';

interface ReceiptFlightsProps {
  booking: BookingView;
  scheduled: Scheduled;
  checkInMinutes: number;
}

/** Each flight with both days as it is scheduled now, what was sold where that is something else, and when its check-in closes; between two flights their connection. */
export function ReceiptFlights({ booking, scheduled, checkInMinutes }: ReceiptFlightsProps) {
  const legs = legsAsNow(booking.legs, scheduled);
  const connections = useConnections(legs);
  return (
    <>
      <h2>Flights</h2>
      <table className="flights">
        <tbody>
          {legs.map((leg, index) => {
            const connection = connectsNow(scheduled, index - 1) ? connections[index - 1] : undefined;
            const begins = leg.back && index > 0 && !legs[index - 1]?.back;
            const change = changeText(booking.legs[index] as BookedLeg, scheduled?.[index]);
            const closes = leg.departsAt - checkInMinutes * MINUTE_MS;
            return (
              <Fragment key={leg.flightId}>
                {begins ? (
                  <tr className="under">
                    <td colSpan={3}>
                      <b>Way back</b>
                    </td>
                  </tr>
                ) : null}
                {connection ? (
                  <tr className="under">
                    <td colSpan={3}>
                      {changesAirport(connection) ? <b>Change of airport </b> : connection.staysOnBoard ? 'Stop ' : 'Connection '}
                      {connectionText(connection)}
                    </td>
                  </tr>
                ) : null}
                <tr>
                  <td>
                    <b>{leg.flight}</b> {CABIN_NAMES[leg.cabin]}
                  </td>
                  <td>
                    {leg.origin} {fullDate(localDay(leg.departsAt, leg.originZone))} {localTime(leg.departsAt, leg.originZone)}
                  </td>
                  <td>
                    {leg.destination} {fullDate(localDay(leg.arrivesAt, leg.destinationZone))}{' '}
                    {localTime(leg.arrivesAt, leg.destinationZone)}
                  </td>
                </tr>
                {change === '' ? null : (
                  <tr className="under">
                    <td colSpan={3}>
                      <b>{change}</b>
                    </td>
                  </tr>
                )}
                {scheduled?.[index]?.kind === 'cancelled' ? null : (
                  <tr className="under">
                    <td colSpan={3}>
                      Check-in closes {fullDate(localDay(closes, leg.originZone))}, {localTime(closes, leg.originZone)} {leg.origin}
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
