import { assert } from '../../../shared/assert.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';
import { FLIGHT_COLUMNS, type FlightRow } from './flights-table.ts';

/** Flights of one number on one local day, from all airports that it leaves. */
export const flightsOfNumber = (
  db: ReadDatabase,
  { carrier, number, suffix }: { readonly carrier: string; readonly number: number; readonly suffix: string },
  day: number,
) =>
  db
    .query<FlightRow>(
      `SELECT ${FLIGHT_COLUMNS} FROM flights WHERE carrier = ? AND number = ? AND suffix = ? AND service_day = ? AND cancelled = 0 ORDER BY id`,
    )
    .all(carrier, number, suffix, day);

/** Flights of a route that leave on one local day. `from` and `to`: instants around that day, by which an index finds them. */
export const flightsOfRouteDay = (
  db: ReadDatabase,
  { origin, destination }: { readonly origin: string; readonly destination: string },
  day: number,
  [from, to]: readonly [number, number],
) =>
  db
    .query<FlightRow>(
      `SELECT ${FLIGHT_COLUMNS} FROM flights WHERE origin = ? AND destination = ? AND departs_at >= ? AND departs_at < ? AND cancelled = 0
        AND service_day = ? ORDER BY id`,
    )
    .all(origin, destination, from, to, day);

export async function setCompetitorFare(db: WriteDatabase, flightId: number, fare: number, readAt: number): Promise<void> {
  const changed = await db
    .change('UPDATE flights SET competitor_fare = ?, competitor_read_at = ? WHERE id = ?')
    .run(fare, readAt, flightId);
  assert(changed === 1, `flight ${flightId} was read and is not there`);
}
