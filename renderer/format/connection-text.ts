import type { Connection } from '../../shared/methods/flights.ts';
import { elapsed } from './times.ts';

/** A connection with no more than this above its least time is near it. */
const NEAR_MINUTES = 20;

export const changesAirport = ({ airport, toAirport }: Connection): boolean => airport !== toAirport;

/** short: less than the least time, since a flight was moved. near: a small delay breaks it. */
export const tightness = ({ minutes, minimumMinutes, staysOnBoard }: Connection): 'short' | 'near' | 'easy' =>
  staysOnBoard ? 'easy' : minutes < minimumMinutes ? 'short' : minutes - minimumMinutes <= NEAR_MINUTES ? 'near' : 'easy';

/** `ORD`, or `LGA to JFK` where one changes the airport. */
export const connectionPlace = (connection: Connection): string =>
  changesAirport(connection) ? `${connection.airport} to ${connection.toAirport}` : connection.airport;

/** A time of connection that may be below nothing, where a flight was moved: `−0 h 10`. */
const span = (minutes: number): string => (minutes < 0 ? `\u2212${elapsed(-minutes)}` : elapsed(minutes));

/** `ORD 0 h 50, at least 0 h 30`, or `ORD 0 h 25, stays on board`; for paper and for lists. */
export const connectionText = (connection: Connection): string =>
  `${connectionPlace(connection)} ${span(connection.minutes)}, ${connection.staysOnBoard ? 'stays on board' : `at least ${elapsed(connection.minimumMinutes)}`}`;

export const connectionTime = ({ minutes }: Connection): string => span(minutes);
