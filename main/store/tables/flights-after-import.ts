import type { ReadDatabase } from '../database.ts';
import type { StagedImport } from '../staged-import.ts';
import { OF_BOOKINGS } from './claims-table.ts';
import { droppedWhere, FLIES_OTHERWISE, SAME_KEY } from './staged-flights-table.ts';

/** A flight with bookings as an import would leave it. */
export interface FlightAfter {
  readonly id: number;
  readonly destination: string;
  readonly departs_at: number;
  readonly arrives_at: number;
  readonly equipment: string;
  readonly seat_map: string;
  readonly cancelled: number;
}

const HAS_BOOKINGS = `EXISTS (SELECT 1 FROM claims c WHERE c.flight_id = f.id AND c.kind ${OF_BOOKINGS})`;

/** Flights with bookings that an import drops, and then those that it changes. */
export async function flightsAfterImport(db: ReadDatabase, { importId, scopes }: StagedImport, now: number): Promise<FlightAfter[]> {
  const after: FlightAfter[] = [];
  for (const scope of scopes) {
    const { where, values } = droppedWhere(importId, scope, now);
    const sql = `SELECT f.id, f.destination, f.departs_at, f.arrives_at, f.equipment, f.seat_map, 1 AS cancelled
      FROM flights f WHERE ${where} AND ${HAS_BOOKINGS} ORDER BY f.id`;
    for (const flight of await db.query<FlightAfter>(sql).all(...values)) after.push(flight);
  }
  const sql = `SELECT f.id, s.destination, s.departs_at, s.arrives_at, s.equipment, s.seat_map, 0 AS cancelled
    FROM staged_flights s JOIN flights f ON ${SAME_KEY} WHERE s.import_id = ? AND ${FLIES_OTHERWISE} AND ${HAS_BOOKINGS} ORDER BY f.id`;
  for (const flight of await db.query<FlightAfter>(sql).all(importId)) after.push(flight);
  return after;
}
