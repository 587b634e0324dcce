import type { ReadDatabase } from '../database.ts';
import { OF_BOOKINGS } from './claims-table.ts';
import type { FlightRow } from './flights-table.ts';
import { lastFlightId } from './flights-to-come.ts';

/** A flight to come, and whether anybody was sold or held a place on it. */
export type FlightOfEquipment = Pick<
  FlightRow,
  'id' | 'carrier' | 'number' | 'suffix' | 'origin' | 'destination' | 'service_day' | 'seat_map'
> & {
  readonly booked: number;
  /** 1: somebody sold, held, blocked or authorised a seat of it, now or before. Nearly all flights far ahead are as they were scheduled. */
  readonly touched: number;
};

interface Asked {
  readonly equipment: string;
  /** Empty: all. */
  readonly carrier: string;
  readonly fromDay: number;
  readonly untilDay: number | null;
  readonly now: number;
}

/** So many flights are looked at by one statement, because nobody else is answered in the meantime. */
const AT_ONCE = 20_000;
const LAST_DAY = 1_000_000;

const OF_EQUIPMENT = `SELECT f.id, f.carrier, f.number, f.suffix, f.origin, f.destination, f.service_day, f.seat_map,
    EXISTS (SELECT 1 FROM claims c WHERE c.flight_id = f.id AND c.kind ${OF_BOOKINGS}) AS booked,
    EXISTS (SELECT 1 FROM claims c WHERE c.flight_id = f.id) OR EXISTS (SELECT 1 FROM cabin_counters n WHERE n.flight_id = f.id) AS touched
  FROM flights f WHERE f.id > ? AND f.id <= ? AND f.equipment IN (?) AND (f.carrier IN (?) OR '' IN (?))
    AND f.service_day >= ? AND f.service_day <= ? AND f.departs_at > ? AND f.cancelled = 0 ORDER BY f.id`;

/** The flights of an equipment on some days that have not left, in the order of their numbers. */
export async function flightsOfEquipment(
  db: ReadDatabase,
  { equipment, carrier, fromDay, untilDay, now }: Asked,
): Promise<FlightOfEquipment[]> {
  const found: FlightOfEquipment[] = [];
  const last = await lastFlightId(db);
  for (let after = 0; after < last; after += AT_ONCE) {
    const values = [after, after + AT_ONCE, equipment, carrier, carrier, fromDay, untilDay ?? LAST_DAY, now];
    for (const row of await db.query<FlightOfEquipment>(OF_EQUIPMENT).all(...values)) found.push(row);
  }
  return found;
}
