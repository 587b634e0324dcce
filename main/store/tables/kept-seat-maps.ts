import type { ReadDatabase, WriteDatabase } from '../database.ts';
import type { FlightRow } from './flights-table.ts';

type Kept = Pick<FlightRow, 'carrier' | 'number' | 'suffix' | 'origin' | 'service_day'> & {
  readonly departure: number;
  readonly instead_of: string;
  readonly keeps: string;
};

const KEPT = `SELECT f.carrier, f.number, f.suffix, f.origin, f.service_day, f.departure, k.instead_of, k.keeps
  FROM kept_seat_maps k JOIN flights f ON f.id = k.flight_id WHERE f.seat_map = k.keeps ORDER BY f.id`;
const keptNow = (db: ReadDatabase) => db.query<Kept>(KEPT).all();

const KEEP = `UPDATE staged_flights SET seat_map = ? WHERE import_id = ? AND carrier = ? AND number = ? AND suffix = ? AND origin = ?
  AND service_day = ? AND departure = ? AND seat_map = ?`;

/** Flights that kept their map when another took over from those without sales alone keep it when a file is read again. */
export async function keepStagedMaps(db: WriteDatabase, importId: string): Promise<void> {
  for (const { carrier, number, suffix, origin, service_day, departure, instead_of, keeps } of await keptNow(db))
    await db.change(KEEP).run(keeps, importId, carrier, number, suffix, origin, service_day, departure, instead_of);
}
