import type { ReadDatabase } from '../database.ts';
import type { StagedImport } from '../staged-import.ts';
import { droppedWhere, SAME_KEY } from './staged-flights-table.ts';

interface Named {
  readonly carrier: string;
  readonly number: number;
  readonly suffix: string;
}

/** Two flights of one aircraft or gate that an import brings too close together. `service_day`: of the later, in days since 1970. */
export interface TooClose {
  /** A registration, or a gate. */
  readonly what: string;
  readonly service_day: number;
  readonly one: Named;
  readonly other: Named;
}

/** A flight that an import gives other seats than its aircraft has. */
export interface OtherSeats extends Named {
  readonly tail: string;
  readonly service_day: number;
  readonly equipment: string;
  readonly equipment_after: string;
}

const GIVEN = "a.ended_at IS NULL AND (a.tail <> '' OR a.gate <> '')";

/**
 * Flights with an aircraft or a gate that the import drops, which fly no more. Asked scope by scope: a file may speak for thousands of flight
 * numbers, and one statement bears a thousand conditions at most.
 */
async function droppedFlights(db: ReadDatabase, { importId, scopes }: StagedImport, now: number): Promise<number[]> {
  const found: number[] = [];
  if ((await db.query<{ given: number }>(`SELECT 1 AS given FROM assignments a WHERE ${GIVEN} LIMIT 1`).get()) === undefined) return found;
  for (const scope of scopes) {
    const { where, values } = droppedWhere(importId, scope, now);
    const sql = `SELECT f.id FROM flights f WHERE ${where} AND EXISTS (SELECT 1 FROM assignments a WHERE a.flight_id = f.id AND ${GIVEN})`;
    for (const id of await db.column<number>(sql).all(...values)) found.push(id);
  }
  return found;
}

/** Flights to come that got an aircraft or a gate, with the times that they have once an import is applied. Values: the import, the present, and those that it drops. */
const afterImport = (what: string): string => `SELECT ${what} AS what, f.id, f.carrier, f.number, f.suffix, f.origin, f.service_day,
      coalesce(s.departs_at, f.departs_at) AS departs_at, coalesce(s.arrives_at, f.arrives_at) AS arrives_at,
      (s.import_id IS NOT NULL AND (f.cancelled = 1 OR s.departs_at <> f.departs_at OR s.arrives_at <> f.arrives_at)) AS moved
    FROM assignments a JOIN flights f ON f.id = a.flight_id LEFT JOIN staged_flights s ON s.import_id = ? AND ${SAME_KEY}
    WHERE a.ended_at IS NULL AND ${what} <> '' AND coalesce(s.departs_at, f.departs_at) > ? AND (s.import_id IS NOT NULL OR f.cancelled = 0)
      AND f.id NOT IN (SELECT value FROM json_each(?))`;

const pairs = (flown: string, apart: string): string => `WITH flown AS MATERIALIZED (${flown})
  SELECT one.what, other.service_day, one.carrier, one.number, one.suffix, other.carrier AS carrier_b, other.number AS number_b, other.suffix AS suffix_b
  FROM flown one JOIN flown other ON other.what = one.what AND ${apart}
    AND (one.departs_at < other.departs_at OR (one.departs_at = other.departs_at AND one.id < other.id))
  WHERE one.moved OR other.moved ORDER BY other.departs_at, other.id LIMIT ?`;

type Pair = Named &
  Pick<TooClose, 'what' | 'service_day'> & { readonly carrier_b: string; readonly number_b: number; readonly suffix_b: string };

const told = ({ what, service_day, carrier, number, suffix, carrier_b, number_b, suffix_b }: Pair): TooClose => ({
  ...{ what, service_day, one: { carrier, number, suffix } },
  other: { carrier: carrier_b, number: number_b, suffix: suffix_b },
});

async function tooClose(
  db: ReadDatabase,
  staged: StagedImport,
  now: number,
  what: string,
  apart: string,
  bounds: readonly [apartMs: number, most: number],
): Promise<TooClose[]> {
  const dropped = JSON.stringify(await droppedFlights(db, staged, now));
  return (await db.query<Pair>(pairs(afterImport(what), apart)).all(staged.importId, now, dropped, ...bounds)).map(told);
}

/** The first flights that an import moves so that their aircraft lacks `apartMs` between them. */
export const aircraftTooClose = (db: ReadDatabase, staged: StagedImport, now: number, apartMs: number, most: number) =>
  tooClose(db, staged, now, 'a.tail', 'other.departs_at < one.arrives_at + ?', [apartMs, most]);

/** The first flights that an import moves so that they leave from one gate of an airport within `apartMs`. */
export const gatesTooClose = (db: ReadDatabase, staged: StagedImport, now: number, apartMs: number, most: number) =>
  tooClose(db, staged, now, 'a.gate', 'other.origin = one.origin AND other.departs_at < one.departs_at + ?', [apartMs, most]);

const OTHER_SEATS = `SELECT a.tail, f.carrier, f.number, f.suffix, f.service_day, f.equipment, s.equipment AS equipment_after
  FROM assignments a JOIN flights f ON f.id = a.flight_id JOIN staged_flights s ON s.import_id = ? AND ${SAME_KEY}
  WHERE a.ended_at IS NULL AND a.tail <> '' AND f.departs_at > ? AND (s.equipment <> f.equipment OR s.seat_map <> f.seat_map) ORDER BY f.departs_at, f.id LIMIT ?`;

/** The first flights with an aircraft that an import gives another type or other seats. */
export const otherSeats = (db: ReadDatabase, { importId }: StagedImport, now: number, most: number) =>
  db.query<OtherSeats>(OTHER_SEATS).all(importId, now, most);
