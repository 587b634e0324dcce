import { type Instant, instant, isDue } from '../../shared/instants.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';
import { type FlightRow, flightName } from '../store/tables/flights-table.ts';

/** Why nothing more is decided about a flight: FLIGHT_CANCELLED, then FLIGHT_DEPARTED. `about`: what else their details say. */
export function flightOver(flight: FlightRow, now: Instant, about: Readonly<Record<string, string>> = {}): Refused | undefined {
  const details = { flightId: flight.id, flight: flightName(flight), ...about };
  if (flight.cancelled === 1) return refuse('FLIGHT_CANCELLED', details);
  return isDue(instant(flight.departs_at), now) ? refuse('FLIGHT_DEPARTED', details) : undefined;
}
