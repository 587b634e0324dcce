import { Fragment } from 'react';
import { MINUTE_MS } from '../../shared/instants.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import { CABIN_NAMES } from '../../shared/seat-map.ts';
import { fullDate, localDay, localTime } from '../format/times.ts';

/** Each flight with both days, and when its check-in closes. */
export function ReceiptFlights({ booking, checkInMinutes }: { booking: BookingView; checkInMinutes: number }) {
  return (
    <>
      <h2>Flights</h2>
      <table className="flights">
        <tbody>
          {booking.legs.map((leg) => {
            const closes = leg.departsAt - checkInMinutes * MINUTE_MS;
            return (
              <Fragment key={leg.flightId}>
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
                <tr className="under">
                  <td colSpan={3}>
                    Check-in closes {fullDate(localDay(closes, leg.originZone))}, {localTime(closes, leg.originZone)} {leg.origin}
                  </td>
                </tr>
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
