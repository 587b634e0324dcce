import type { ReadDatabase } from '../database.ts';
import { FLIGHT_COLUMNS, type FlightRow } from './flights-table.ts';

/** A flight with all that a schedule says of it. */
export type ScheduledLeg = FlightRow & { readonly departure: number; readonly day_shift: number };

export const LEGS_OF_NUMBER = `SELECT ${FLIGHT_COLUMNS}, departure, day_shift FROM flights
  WHERE carrier IN (?) AND number IN (?) AND suffix = ? AND service_day BETWEEN ? AND ? ORDER BY departs_at, id`;

/** All legs of a flight number that leave on some local days, both included, also those that do not operate, as they leave. */
export const legsOfNumber = (
  db: ReadDatabase,
  { carrier, number, suffix }: Pick<FlightRow, 'carrier' | 'number' | 'suffix'>,
  fromDay: number,
  toDay: number,
) => db.query<ScheduledLeg>(LEGS_OF_NUMBER).all(carrier, number, suffix, fromDay, toDay);
