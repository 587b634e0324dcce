import type { OnWay } from '../../shared/ways.ts';
import { useConnections } from '../stores/connection-times.ts';
import { ConnectionJoint } from './connection-joint.tsx';
import './connection-joint.css';

interface ConnectionListProps {
  legs: readonly (OnWay & { readonly flightId: number })[];
  className?: string;
}

/** The connections of an itinerary, each on a line; nothing for a single flight. */
export function ConnectionList({ legs, className }: ConnectionListProps) {
  const connections = useConnections(legs).flatMap((connection, at) => (connection ? [{ connection, key: legs[at]?.flightId }] : []));
  if (connections.length === 0) return null;
  return (
    <ul aria-label="Connections" className={`connection-list${className ? ` ${className}` : ''}`}>
      {connections.map(({ connection, key }) => (
        <li key={key}>
          <ConnectionJoint connection={connection} />
        </li>
      ))}
    </ul>
  );
}
