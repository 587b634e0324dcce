import { assert } from '../../shared/assert.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { MINUTE_MS } from '../../shared/instants.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import type { Airport, Reference } from '../reference/reference.ts';
import { flownBetween } from '../rules/flown-between.ts';
import { staysOnBoard } from '../rules/through-flight.ts';
import { type FlightRow, flightById } from '../store/tables/flights-table.ts';
import type { Query } from './query.ts';

/** How long one has between some flights, in the order they are flown, and the least that is needed there, by the schedule as it is now. */
export const flightConnections: Query<Input<'flights.connections'>, Output<'flights.connections'>> = async (
  { db, reference },
  { flightIds },
) => {
  const flights: FlightRow[] = [];
  for (const flightId of flightIds) {
    const row = await flightById(db, flightId);
    if (!row) return refuse('FLIGHT_UNKNOWN', { flightId });
    flights.push(row);
  }
  return accept({
    connections: flights.slice(1).map((next, place) => {
      const before = flights[place];
      assert(before, 'a flight stands before each but the first');
      const [from, at, departs, to] = airportsOf(reference, before, next);
      return {
        airport: at.code,
        toAirport: departs.code,
        minutes: Math.round((next.departs_at - before.arrives_at) / MINUTE_MS),
        ...(staysOnBoard(before, next)
          ? { minimumMinutes: 0, staysOnBoard: true as const }
          : { minimumMinutes: reference.minimumConnectionMinutes(from, at, departs, to) }),
      };
    }),
  });
};

function airportsOf(reference: Reference, before: FlightRow, next: FlightRow): [Airport, Airport, Airport, Airport] {
  const [from, at, departs, to] = [...flownBetween(reference, before), ...flownBetween(reference, next)];
  assert(from && at && departs && to, `flight ${before.id} or ${next.id} uses an airport that this Aisle does not know`);
  return [from, at, departs, to];
}
