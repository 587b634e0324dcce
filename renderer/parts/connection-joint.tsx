import type { Connection } from '../../shared/methods/flights.ts';
import { changesAirport, connectionPlace, connectionTime, tightness } from '../format/connection-text.ts';
import { elapsed } from '../format/times.ts';
import { Icon } from './icon.tsx';
import './connection-joint.css';

const WORDS = { short: 'too short', near: 'near the minimum', easy: '' } as const;

/** How long one has between two flights and the least that is needed; amber near it, red below it, with the words. */
export function ConnectionJoint({ connection }: { connection: Connection }) {
  if (connection.staysOnBoard)
    return (
      <span className="joint easy">
        <b>
          <Icon name="arrow" size={13} />
          <span className="aside">Stop </span>
          {connectionPlace(connection)} {connectionTime(connection)}
        </b>
        <span>stays on board</span>
      </span>
    );
  const tight = tightness(connection);
  const words = [changesAirport(connection) ? 'change of airport' : '', WORDS[tight]].filter(Boolean).join(', ');
  return (
    <span className={`joint ${tight}`}>
      <b>
        <Icon name={tight === 'easy' ? (changesAirport(connection) ? 'swap' : 'clock') : 'alert'} size={13} />
        <span className="aside">Connection </span>
        {connectionPlace(connection)} {connectionTime(connection)}
      </b>
      <span>
        min {elapsed(connection.minimumMinutes)}
        <span className="joint-words">{words ? `, ${words}` : ''}</span>
      </span>
    </span>
  );
}
