import { changesAirport, connectionPlace, tightness } from '../format/connection-text.ts';
import { elapsed } from '../format/times.ts';
import type { BoardRow } from './board-row.ts';

/** `DTW 0 h 50`; with a change of airports `LGA to JFK 4 h 10`. One text for each connection, none for a direct flight. */
export const connectionPlaces = (row: BoardRow) =>
  row.connections.map((connection) => ({
    place: connectionPlace(connection),
    time: elapsed(connection.minutes),
    minimum: elapsed(connection.minimumMinutes),
    tight: tightness(connection),
    changes: changesAirport(connection),
    stays: connection.staysOnBoard === true,
    asks: connection.staysOnBoard ? 'stays on board' : `at least ${elapsed(connection.minimumMinutes)}`,
  }));

/** For a departures board: how far a departure is away, in the last hour before it. */
export function departureText(departsAt: number, now: number): string {
  const minutes = Math.ceil((departsAt - now) / 60_000);
  return minutes > 0 && minutes <= 60 ? `in ${minutes} min` : '';
}
