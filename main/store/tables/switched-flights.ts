import type { ReadDatabase } from '../database.ts';
import { type MovedCounter, movedCounter } from './moved-counters.ts';
import type { MovedFlight } from './staged-flights-table.ts';

// What differs between the schedule before a switch and the one after it, on flights that somebody has booked: these have counters.

/** Above every flight. */
const LAST = Number.MAX_SAFE_INTEGER;
const AHEAD = 'SELECT flight_id FROM cabin_counters WHERE flight_id > ? ORDER BY flight_id LIMIT 1 OFFSET ?';

/** The flight up to which there are about so many counters after another flight. `ended`: none comes after it. */
export async function countersAhead(
  db: ReadDatabase,
  after: number,
  most: number,
): Promise<{ readonly upTo: number; readonly ended: boolean }> {
  const upTo = await db.column<number>(AHEAD).get(after, most);
  return upTo === undefined ? { upTo: LAST, ended: true } : { upTo, ended: false };
}

const COUNTERS = `SELECT ${movedCounter('f.seat_map', 's.seat_map')}
  FROM cabin_counters c JOIN flights_before f ON f.id = c.flight_id JOIN flights s ON s.id = c.flight_id
  WHERE c.flight_id > ? AND c.flight_id <= ? AND f.seat_map <> s.seat_map ORDER BY c.flight_id, c.cabin`;

/** The counters of flights numbered in (after, upTo] that got another seat map. */
export const countersSwitched = (db: ReadDatabase, after: number, upTo: number) => db.query<MovedCounter>(COUNTERS).all(after, upTo);

/** `moved`: 1 where somebody who has a ticket must be told. */
export interface SwitchedFlight extends MovedFlight {
  readonly other_map: number;
  readonly map_before: string;
  readonly moved: number;
}

const DIFFERS = `(f.destination <> s.destination OR f.departs_at <> s.departs_at OR f.arrives_at <> s.arrives_at OR f.cancelled <> s.cancelled)`;
const SWITCHED = `SELECT s.id, s.carrier, s.number, s.suffix, s.destination, s.departs_at, s.arrives_at, f.departs_at AS left_at,
  1 - s.cancelled AS flies, f.seat_map <> s.seat_map AS other_map,
  f.seat_map AS map_before, ${DIFFERS} AND f.departs_at > ? AS moved`;
const OF_COUNTERS = `${SWITCHED}
  FROM (SELECT DISTINCT flight_id FROM cabin_counters WHERE flight_id > ? AND flight_id <= ?) AS c
  JOIN flights_before f ON f.id = c.flight_id JOIN flights s ON s.id = c.flight_id
  WHERE f.seat_map <> s.seat_map OR ${DIFFERS} ORDER BY s.id`;
const OF_FLIGHT = `${SWITCHED} FROM flights_before f JOIN flights s ON s.id = f.id WHERE f.id = ?`;

/** Flights numbered in (after, upTo] with counters that fly otherwise than before. What had departed `at` the import moved for nobody. */
export const flightsSwitched = (db: ReadDatabase, at: number, after: number, upTo: number) =>
  db.query<SwitchedFlight>(OF_COUNTERS).all(at, after, upTo);

/** One flight before and after; undefined where it is new. */
export const flightSwitched = (db: ReadDatabase, at: number, id: number) => db.query<SwitchedFlight>(OF_FLIGHT).get(at, id);

const OTHER_MAP = 'SELECT 1 AS other FROM flights_before f JOIN flights s ON s.id = f.id WHERE f.id = ? AND f.seat_map <> s.seat_map';

export const hasOtherMap = async (db: ReadDatabase, id: number): Promise<boolean> => (await db.query(OTHER_MAP).get(id)) !== undefined;
