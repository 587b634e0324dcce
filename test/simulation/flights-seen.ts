import type { ReadDatabase } from '../../main/store/database.ts';
import type { SqliteDatabase } from '../../main/store/sqlite.ts';
import type { Model } from './model/model.ts';

const FLIGHTS = `SELECT id, carrier, number, origin, destination, service_day AS day, departs_at AS departs, arrives_at AS arrives, equipment,
  seat_map AS map, base_fare AS fare, cancelled, competitor_fare AS competitor FROM flights ORDER BY id`;

/** The schedule as the model has it, and as the store has it. */
export const flightsSeen = (model: Model, db: ReadDatabase): readonly [expected: unknown, actual: unknown] => [
  [...model.flights.values()].map((flight) => ({
    ...{ ...flight, cancelled: flight.cancelled ? 1 : 0 },
    competitor: model.competitors.get(flight.id) ?? null,
  })),
  (db as SqliteDatabase).query<object>(FLIGHTS).all(),
];
