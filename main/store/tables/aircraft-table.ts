import { assert } from '../../../shared/assert.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

/** One aircraft of the airline. `weight_limit`: kilograms of passengers and baggage; null: it sells seats alone. */
export interface AircraftRow {
  readonly tail: string;
  readonly equipment: string;
  readonly seat_map: string | null;
  readonly weight_limit: number | null;
  readonly retired: number;
}

const ONE = 'SELECT tail, equipment, seat_map, weight_limit, retired FROM aircraft WHERE tail = ?';
export const aircraftOf = (db: ReadDatabase, tail: string) => db.query<AircraftRow>(ONE).get(tail);

const SET = `INSERT INTO aircraft (tail, equipment, seat_map, weight_limit, retired, reason, changed_at, user_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (tail) DO UPDATE SET equipment = excluded.equipment, seat_map = excluded.seat_map, weight_limit = excluded.weight_limit,
    retired = excluded.retired, reason = excluded.reason, changed_at = excluded.changed_at, user_name = excluded.user_name`;

/** Adds an aircraft or corrects it. */
export async function setAircraftRow(
  db: WriteDatabase,
  { tail, equipment, seat_map, weight_limit, retired }: AircraftRow,
  why: { readonly reason: string; readonly at: number; readonly user: string },
): Promise<void> {
  const made = await db.change(SET).run(tail, equipment, seat_map, weight_limit, retired, why.reason, why.at, why.user);
  assert(made === 1, `aircraft ${tail} was not stored`);
}

const LISTED = `SELECT tail, equipment, seat_map, weight_limit, retired,
    (SELECT count(*) FROM assignments a JOIN flights f ON f.id = a.flight_id
      WHERE a.tail = aircraft.tail AND a.ended_at IS NULL AND f.departs_at > ? AND f.cancelled = 0) AS flights
  FROM aircraft ORDER BY tail`;

/** Every aircraft by its registration, with the number of its flights that leave later than `now`. */
export const listedAircraft = (db: ReadDatabase, now: number) => db.query<AircraftRow & { readonly flights: number }>(LISTED).all(now);
