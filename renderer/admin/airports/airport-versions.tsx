import { agentDate } from '../../format/times.ts';
import { airportText, placeText } from './airport-words.ts';
import type { KnownAirport } from './airports-store.ts';

/** What was known of an airport and from which day on, the newest change first. */
export function AirportVersions({ code, shipped, changes }: KnownAirport) {
  if (!shipped && changes.length === 0) return null;
  return (
    <div>
      <div className="panel-h">
        <h3>Versions of {code}</h3>
      </div>
      <ul className="ap-versions">
        {changes.map((one) => (
          <li key={one.number}>
            <b>from {agentDate(one.from)}</b> {airportText(one)}, {one.zone}, {placeText(one)}
            {one.closed ? ', closed' : ''}
            <span className="t3">
              {one.user}: {one.reason}
            </span>
          </li>
        ))}
        {shipped ? (
          <li>
            <b>as shipped</b> {airportText(shipped)}, {shipped.zone}, {placeText(shipped)}
          </li>
        ) : null}
      </ul>
    </div>
  );
}
