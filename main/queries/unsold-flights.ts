import { accept } from '../../shared/refusals.ts';
import type { Query } from './query.ts';

/** Instants in UTC milliseconds. */
export type UnsoldFlights =
  /** Departures of `home` with a greater id. */
  | { readonly which: 'from-home'; readonly home: string; readonly after: number; readonly afterId: number }
  /** Flights that go there, of which nobody ever held a seat. */
  | { readonly which: 'into-home'; readonly home: string; readonly after: number }
  /** Departures of another airport. Those that go to `home` only if nobody ever held a seat of them. */
  | { readonly which: 'from-other'; readonly home: string; readonly airport: string; readonly after: number; readonly before: number };

export interface UnsoldFlightRow {
  readonly id: number;
  readonly origin: string;
  readonly departs_at: number;
  readonly seat_map: string;
}

const SELECT = 'SELECT f.id, f.origin, f.departs_at, f.seat_map FROM flights f';
const ORDERED = 'AND f.departs_at > ? AND f.cancelled = 0 ORDER BY f.departs_at, f.id';
const TOUCHED = 'EXISTS (SELECT 1 FROM cabin_counters c WHERE c.flight_id = f.id)';
const FROM_HOME = `${SELECT} WHERE f.origin IN (?) AND f.id > ? ${ORDERED}`;
const INTO_HOME = `${SELECT} WHERE f.destination IN (?) AND NOT ${TOUCHED} ${ORDERED}`;
const FROM_OTHER = `${SELECT} WHERE f.origin IN (?) AND f.departs_at < ? AND NOT (f.destination = ? AND ${TOUCHED}) ${ORDERED}`;

/** Flights that simulated desks are to sell, the next departure first. */
export const unsoldFlights: Query<UnsoldFlights, readonly UnsoldFlightRow[]> = async ({ db }, asked) => {
  const { which, home, after } = asked;
  if (which === 'from-home') return accept(await db.query<UnsoldFlightRow>(FROM_HOME).all(home, asked.afterId, after));
  if (which === 'into-home') return accept(await db.query<UnsoldFlightRow>(INTO_HOME).all(home, after));
  return accept(await db.query<UnsoldFlightRow>(FROM_OTHER).all(asked.airport, asked.before, home, after));
};
