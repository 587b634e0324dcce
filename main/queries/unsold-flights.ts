import { accept } from '../../shared/refusals.ts';
import type { Query } from './query.ts';

interface UnsoldFlights {
  readonly home: string;
  /** Departures of `home`, or flights that go there. */
  readonly which: 'from-home' | 'into-home';
  /** Only flights with a greater id. */
  readonly afterId: number;
  /** Only those that leave after it, in UTC milliseconds. */
  readonly after: number;
}

export interface UnsoldFlightRow {
  readonly id: number;
  readonly origin: string;
  readonly departs_at: number;
  readonly seat_map: string;
}

const SELECT = 'SELECT f.id, f.origin, f.departs_at, f.seat_map FROM flights f';
const ORDERED = 'AND f.id > ? AND f.departs_at > ? AND f.cancelled = 0 ORDER BY f.departs_at, f.id';
const FROM_HOME = `${SELECT} WHERE f.origin IN (?) ${ORDERED}`;
const INTO_HOME = `${SELECT} WHERE f.destination IN (?)
  AND NOT EXISTS (SELECT 1 FROM cabin_counters c WHERE c.flight_id = f.id) ${ORDERED}`;

/** Flights that simulated desks are to sell, the next departure first. Of those into home only flights of which nobody ever held a seat. */
export const unsoldFlights: Query<UnsoldFlights, readonly UnsoldFlightRow[]> = async ({ db }, { home, which, afterId, after }) =>
  accept(await db.query<UnsoldFlightRow>(which === 'from-home' ? FROM_HOME : INTO_HOME).all(home, afterId, after));
