import { designator } from '../../../shared/flight-designator.ts';
import { DAY_MS } from '../../../shared/instants.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import type { ReadDatabase } from '../database.ts';

/**
 * A dated flight as stored. `service_day`: local date at the origin, in days since 1970; a flight that was moved over midnight by hand keeps it. Fares in
 * minor units.
 */
export interface FlightRow {
  readonly id: number;
  readonly carrier: string;
  readonly number: number;
  readonly suffix: string;
  readonly origin: string;
  readonly destination: string;
  readonly service_day: number;
  readonly departs_at: number;
  readonly arrives_at: number;
  readonly equipment: string;
  readonly seat_map: string;
  readonly base_fare: number;
  readonly currency: string;
  readonly cancelled: number;
  /** A competitor's fare for an economy seat, in minor units of the currency, and the instant at which it was read. */
  readonly competitor_fare: number | null;
  readonly competitor_read_at: number | null;
  /** The day of operation of its number as the file counts it, in days since 1970: the same for all legs of one run. */
  readonly operating_day: number;
}

export const FLIGHT_COLUMNS =
  'id, carrier, number, suffix, origin, destination, service_day, departs_at, arrives_at, equipment, seat_map, base_fare, currency, cancelled, competitor_fare, competitor_read_at, operating_day';

export const flightName = (row: Pick<FlightRow, 'carrier' | 'number' | 'suffix'>): string =>
  designator(row.carrier, row.number, row.suffix);

// The text is made once. A text that is made at each call must be hashed at each call to find its statement.
const FLIGHT_BY_ID = `SELECT ${FLIGHT_COLUMNS} FROM flights WHERE id = ?`;
export const flightById = (db: ReadDatabase, id: number) => db.query<FlightRow>(FLIGHT_BY_ID).get(id);

/** The number of the newest flight; 0 without any. */
export const lastFlight = async (db: ReadDatabase): Promise<number> =>
  (await db.column<number | null>('SELECT max(id) FROM flights').get()) ?? 0;

/** One cabin's counters. A cabin without a row has sold and held nothing; its authorised number is the map's capacity. */
export interface CabinCounter {
  readonly cabin: Cabin;
  readonly authorised: number;
  readonly held: number;
  readonly sold: number;
}

/**
 * How many more seats of a cabin may be held, as the hold itself counts: authorised, less what is held and sold. Above its seats a cabin is sold
 * without one, so no seat may be held there: those that are free are for who has none.
 */
export const mayStillHold = (counter: Omit<CabinCounter, 'cabin'> | undefined, capacity: number): number =>
  counter ? Math.max(0, Math.min(counter.authorised, capacity) - counter.held - counter.sold) : capacity;

export type CounterOfFlight = CabinCounter & { readonly flight_id: number };

export const cabinCounters = (db: ReadDatabase, flightId: number) =>
  db.query<CabinCounter>('SELECT cabin, authorised, held, sold FROM cabin_counters WHERE flight_id = ?').all(flightId);

/** Flights are read in groups of this size, so that one prepared statement serves them all. A group is filled up with 0, which is no flight. */
export const FLIGHTS_AT_ONCE = 16;
export const FLIGHT_IDS = Array(FLIGHTS_AT_ONCE).fill('?').join(', ');

export const FLIGHTS_BY_ID = `SELECT ${FLIGHT_COLUMNS} FROM flights WHERE id IN (${FLIGHT_IDS})`;
export const COUNTERS_BY_FLIGHT = `SELECT flight_id, cabin, authorised, held, sold FROM cabin_counters WHERE flight_id IN (${FLIGHT_IDS})`;

const groupOf = (ids: readonly number[]): number[] => [...ids, ...Array<number>(FLIGHTS_AT_ONCE - ids.length).fill(0)];

/** The counters of some flights, at most FLIGHTS_AT_ONCE, in any order. */
export const countersById = (db: ReadDatabase, ids: readonly number[]) =>
  db.query<CounterOfFlight>(COUNTERS_BY_FLIGHT).all(...groupOf(ids));

/** Some flights, at most FLIGHTS_AT_ONCE, in any order. */
export const flightRowsById = (db: ReadDatabase, ids: readonly number[]) => db.query<FlightRow>(FLIGHTS_BY_ID).all(...groupOf(ids));

/** The same with all their counters. */
export const flightsById = async (db: ReadDatabase, ids: readonly number[]) => ({
  rows: await flightRowsById(db, ids),
  counters: await countersById(db, ids),
});

/** What seats a flight has left follows from this and its counters. */
export type SeatingRow = Pick<FlightRow, 'id' | 'carrier' | 'origin' | 'departs_at' | 'equipment' | 'seat_map' | 'currency'>;

export const SEATING_BY_ID = `SELECT id, carrier, origin, departs_at, equipment, seat_map, currency FROM flights WHERE id IN (${FLIGHT_IDS})`;

/** The same of flights of which nothing else is asked: a row of fewer columns takes half as long. */
export const seatingById = async (db: ReadDatabase, ids: readonly number[]) => ({
  rows: await db.query<SeatingRow>(SEATING_BY_ID).all(...groupOf(ids)),
  counters: await countersById(db, ids),
});

// Steps through the index from one origin to the next instead of reading every flight.
export const SERVED_ORIGINS = `WITH RECURSIVE served (origin) AS (
    SELECT min(origin) FROM flights WHERE cancelled = 0
    UNION ALL
    SELECT (SELECT min(f.origin) FROM flights f WHERE f.cancelled = 0 AND f.origin > served.origin) FROM served WHERE served.origin IS NOT NULL
  ) SELECT origin FROM served WHERE origin IS NOT NULL`;

/** Airports that flights leave from, by code. */
export const servedOrigins = async (db: ReadDatabase): Promise<string[]> =>
  (await db.query<{ origin: string }>(SERVED_ORIGINS).all()).map((row) => row.origin);

// The same for flights that are cancelled or not.
export const ORIGINS = `WITH RECURSIVE known (origin) AS (
    SELECT min(origin) FROM flights
    UNION ALL
    SELECT (SELECT min(f.origin) FROM flights f WHERE f.origin > known.origin) FROM known WHERE known.origin IS NOT NULL
  ) SELECT origin FROM known WHERE origin IS NOT NULL`;

/** Airports that any flight was ever to leave from, by code. */
export const origins = (db: ReadDatabase) => db.column<string>(ORIGINS).all();

export const DEPARTING = `SELECT id FROM flights
  WHERE origin IN (?) AND departs_at >= ? AND departs_at < ? AND cancelled <= ? LIMIT ?`;

/**
 * The ids of flights that leave an airport in [from, until), at most `most`, in any order. `cancelledToo`: also of those that were to leave
 * then. The index holds them.
 */
export const departingIds = (db: ReadDatabase, origin: string, from: number, until: number, cancelledToo: boolean, most: number) =>
  db.column<number>(DEPARTING).all(origin, from, until, cancelledToo ? 1 : 0, most);

/** Only these carriers and this equipment; undefined: any. */
export interface Narrowing {
  readonly carriers: ReadonlySet<string> | undefined;
  readonly equipment: ReadonlySet<string> | undefined;
}

export const DEPARTING_NARROWED = `SELECT id FROM flights WHERE origin IN (?) AND departs_at >= ? AND departs_at < ? AND cancelled <= ?
  AND (? OR carrier IN (SELECT value FROM json_each(?))) AND (? OR equipment IN (SELECT value FROM json_each(?))) LIMIT ?`;

/** Those of them to which a board is narrowed. Each flight is looked up in the table. */
export const narrowedIds = (
  db: ReadDatabase,
  origin: string,
  from: number,
  until: number,
  cancelledToo: boolean,
  most: number,
  { carriers, equipment }: Narrowing,
) => {
  const among = (codes: ReadonlySet<string> | undefined) => [codes ? 0 : 1, JSON.stringify([...(codes ?? [])])] as const;
  return db
    .column<number>(DEPARTING_NARROWED)
    .all(origin, from, until, cancelledToo ? 1 : 0, ...among(carriers), ...among(equipment), most);
};

export const DEPARTURES = `SELECT ${FLIGHT_COLUMNS} FROM flights WHERE origin IN (?) AND departs_at >= ? AND departs_at < ?`;

/** Flights that leave an airport in [from, until), or were to leave before they were cancelled, in any order. */
export const departures = (db: ReadDatabase, origin: string, from: number, until: number) =>
  db.query<FlightRow>(DEPARTURES).all(origin, from, until);

export const DEPARTURE_COUNTERS = `SELECT c.flight_id, c.cabin, c.authorised, c.held, c.sold FROM flights f
  JOIN cabin_counters c ON c.flight_id = f.id WHERE f.origin IN (?) AND f.departs_at >= ? AND f.departs_at < ?`;

/** The counters of those same flights. */
export const departureCounters = (db: ReadDatabase, origin: string, from: number, until: number) =>
  db.query<CounterOfFlight>(DEPARTURE_COUNTERS).all(origin, from, until);

export const FLIGHTS_OF_NUMBER = `SELECT ${FLIGHT_COLUMNS} FROM flights
  WHERE carrier IN (?) AND number IN (?) AND service_day IN (?) ORDER BY departs_at, id`;

/** All legs of a flight number on a date local to each origin, with any suffix, also those that do not operate any more. */
export const flightsOfNumber = (db: ReadDatabase, carrier: string, number: number, day: number) =>
  db.query<FlightRow>(FLIGHTS_OF_NUMBER).all(carrier, number, day);

export const NEXT_DEPARTURE = `SELECT service_day FROM flights
  WHERE carrier IN (?) AND number IN (?) AND service_day >= ? AND departs_at > ? AND cancelled = 0 ORDER BY departs_at, id LIMIT 1`;

/** A local date is at most one day behind UTC, and a flight that was moved over midnight keeps the date before. */
const BEHIND_DAYS = 2;

/** The date of the next departure of a flight number; undefined when none is to come. */
export const nextServiceDay = async (db: ReadDatabase, carrier: string, number: number, now: number): Promise<number | undefined> =>
  (await db.query<{ service_day: number }>(NEXT_DEPARTURE).get(carrier, number, Math.floor(now / DAY_MS) - BEHIND_DAYS, now))?.service_day;
