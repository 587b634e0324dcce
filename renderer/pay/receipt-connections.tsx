import type { BookingView } from '../../shared/methods/booking-view.ts';
import { changesAirport, connectionText } from '../format/connection-text.ts';
import { useConnections } from '../stores/connection-times.ts';

/** The connections on paper; nothing for a single flight. */
export function ReceiptConnections({ booking }: { booking: Pick<BookingView, 'legs'> }) {
  const connections = useConnections(booking.legs.map(({ flightId }) => flightId));
  return connections.map((connection) => (
    <p key={`${connection.airport} ${connection.toAirport}`}>
      {changesAirport(connection) ? <b>Change of airport </b> : 'Connection '}
      {connectionText(connection)}
    </p>
  ));
}
