import { elapsed } from '../format/times.ts';
import type { BoardRow } from './board-row.ts';

/** `DTW 0 h 50`; with a change of airports `LGA to JFK 4 h 10`. One text for each connection, none for a direct flight. */
export const connectionPlaces = (row: BoardRow): readonly { readonly place: string; readonly time: string; readonly minimum: string }[] =>
  row.connections.map(({ airport, toAirport, minutes, minimumMinutes }) => ({
    place: airport === toAirport ? airport : `${airport} to ${toAirport}`,
    time: elapsed(minutes),
    minimum: elapsed(minimumMinutes),
  }));

/** For a departures board: how far a departure is away, in the last hour before it. */
export function departureText(departsAt: number, now: number): string {
  const minutes = Math.ceil((departsAt - now) / 60_000);
  return minutes > 0 && minutes <= 60 ? `in ${minutes} min` : '';
}
