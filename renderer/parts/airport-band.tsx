import type { OnWay } from '../../shared/ways.ts';
import { changesAirport, connectionTime } from '../format/connection-text.ts';
import { elapsed } from '../format/times.ts';
import { useConnections } from '../stores/connection-times.ts';
import { Icon } from './icon.tsx';
import './connection-joint.css';

/** Across the screen where an itinerary changes the airport: the passenger has to travel between them. */
export function AirportBand({ legs }: { legs: readonly (OnWay & { readonly flightId: number })[] }) {
  const changed = useConnections(legs).flatMap((connection) => (connection && changesAirport(connection) ? [connection] : []));
  if (changed.length === 0) return null;
  return (
    <p className="airport-band">
      <Icon name="swap" size={14} />
      <span>
        {changed.map((connection) => (
          <span key={connection.airport}>
            <b>
              Change of airport, {connection.airport} to {connection.toAirport}:
            </b>{' '}
            {connectionTime(connection)}, at least {elapsed(connection.minimumMinutes)}.{' '}
          </span>
        ))}
        The passenger collects the bags and travels between the airports. Tell them.
      </span>
    </p>
  );
}
