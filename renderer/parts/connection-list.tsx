import { useConnections } from '../stores/connection-times.ts';
import { ConnectionJoint } from './connection-joint.tsx';
import './connection-joint.css';

/** The connections of an itinerary, each on a line; nothing for a single flight. */
export function ConnectionList({ flightIds, className }: { flightIds: readonly number[]; className?: string }) {
  const connections = useConnections(flightIds);
  if (connections.length === 0) return null;
  return (
    <ul aria-label="Connections" className={`connection-list${className ? ` ${className}` : ''}`}>
      {connections.map((connection) => (
        <li key={`${connection.airport} ${connection.toAirport}`}>
          <ConnectionJoint connection={connection} />
        </li>
      ))}
    </ul>
  );
}
