import { designator } from '../../shared/flight-designator.ts';
import type { Strategy } from '../../shared/methods/pricing.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import type { ReadDatabase } from './database.ts';

/** A dated flight as stored. `service_day`: local date at the origin, in days since 1970; fares in minor units. */
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
  readonly strategy: Strategy;
  readonly cancelled: number;
}

export const FLIGHT_COLUMNS =
  'id, carrier, number, suffix, origin, destination, service_day, departs_at, arrives_at, equipment, seat_map, base_fare, currency, strategy, cancelled';

export const flightName = (row: FlightRow): string => designator(row.carrier, row.number, row.suffix);

export const flightById = (db: ReadDatabase, id: number) =>
  db.query<FlightRow>(`SELECT ${FLIGHT_COLUMNS} FROM flights WHERE id = ?`).get(id);

/** One cabin's counters. A cabin without a row has sold and held nothing; its authorised number is the map's capacity. */
export interface CabinCounter {
  readonly cabin: Cabin;
  readonly authorised: number;
  readonly held: number;
  readonly sold: number;
}

export const cabinCounters = (db: ReadDatabase, flightId: number) =>
  db.query<CabinCounter>('SELECT cabin, authorised, held, sold FROM cabin_counters WHERE flight_id = ?').all(flightId);
