import type { Awaitable, ReadDatabase } from '../database.ts';
import { DIFFERS, droppedWhere, SAME_KEY, type StagedScope } from './staged-flights-table.ts';

/** First and last local day (days since 1970) of what a file holds, and how many of its flights have departed. */
export interface StagedSpan {
  readonly first_day: number | null;
  readonly last_day: number | null;
  readonly departed: number;
}

/** The dated flights of one number on one route with one equipment. */
export interface StagedRoute {
  readonly carrier: string;
  readonly number: number;
  readonly suffix: string;
  readonly origin: string;
  readonly destination: string;
  readonly equipment: string;
  readonly first_day: number;
  readonly last_day: number;
  /** Instants of the first of them. */
  readonly departs_at: number;
  readonly arrives_at: number;
  readonly dates: number;
  readonly added: number;
  readonly changed: number;
}

const ROUTE = 'carrier, number, suffix, origin, destination, equipment';
const of = (alias: string): string =>
  ROUTE.split(', ')
    .map((column) => `${alias}.${column}`)
    .join(', ');
const spanOf = (alias: string): string => `min(${alias}.service_day) AS first_day, max(${alias}.service_day) AS last_day,
  min(${alias}.departs_at) AS departs_at, min(${alias}.arrives_at) AS arrives_at, count(*) AS dates`;

export async function stagedSpan(db: ReadDatabase, importId: string, now: number): Promise<StagedSpan> {
  const sql = `SELECT min(service_day) AS first_day, max(service_day) AS last_day, count(CASE WHEN departs_at <= ? THEN 1 END) AS departed
    FROM staged_flights WHERE import_id = ?`;
  return (await db.query<StagedSpan>(sql).get(now, importId)) ?? { first_day: null, last_day: null, departed: 0 };
}

/** Carriers in their order, and the flights of each. */
export const stagedCarriers = (db: ReadDatabase, importId: string, most: number): Awaitable<{ carrier: string; flights: number }[]> =>
  db
    .query<{ carrier: string; flights: number }>(
      'SELECT carrier, count(*) AS flights FROM staged_flights WHERE import_id = ? GROUP BY carrier ORDER BY carrier LIMIT ?',
    )
    .all(importId, most);

export interface StagedEquipment {
  readonly equipment: string;
  readonly seat_map: string;
  readonly flights: number;
}

export const stagedEquipment = (db: ReadDatabase, importId: string, most: number): Awaitable<StagedEquipment[]> =>
  db
    .query<StagedEquipment>(
      `SELECT equipment, seat_map, count(*) AS flights FROM staged_flights WHERE import_id = ? GROUP BY equipment, seat_map
        ORDER BY flights DESC, equipment LIMIT ?`,
    )
    .all(importId, most);

/** In the order of carrier and number. */
export const stagedRoutes = (db: ReadDatabase, importId: string, most: number): Awaitable<StagedRoute[]> =>
  db
    .query<StagedRoute>(
      `SELECT ${of('s')}, ${spanOf('s')}, count(CASE WHEN f.id IS NULL THEN 1 END) AS added, count(CASE WHEN ${DIFFERS} THEN 1 END) AS changed
        FROM staged_flights s LEFT JOIN flights f ON ${SAME_KEY} WHERE s.import_id = ? GROUP BY ${of('s')}
        ORDER BY s.carrier, s.number, s.suffix, first_day, departs_at LIMIT ?`,
    )
    .all(importId, most);

/** How many routes there are in all. */
export async function countStagedRoutes(db: ReadDatabase, importId: string): Promise<number> {
  const sql = `SELECT count(*) AS routes FROM (SELECT DISTINCT ${ROUTE} FROM staged_flights WHERE import_id = ?) AS r`;
  return (await db.query<{ routes: number }>(sql).get(importId))?.routes ?? 0;
}

/** Routes of which the file drops flights within a scope. */
export function droppedRoutes(db: ReadDatabase, importId: string, scope: StagedScope, now: number, most: number): Awaitable<StagedRoute[]> {
  const { where, values } = droppedWhere(importId, scope, now);
  const sql = `SELECT ${of('f')}, ${spanOf('f')}, 0 AS added, 0 AS changed FROM flights f WHERE ${where} GROUP BY ${of('f')}
    ORDER BY f.carrier, f.number, f.suffix, first_day LIMIT ?`;
  return db.query<StagedRoute>(sql).all(...values, most);
}
