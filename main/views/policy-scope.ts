import type { PolicyScope } from '../../shared/methods/policy-view.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';
import type { Reference } from '../reference/reference.ts';
import type { ReadDatabase } from '../store/database.ts';
import { type FlightRow, flightById } from '../store/tables/flights-table.ts';

/** What a scope names: its flight where it is one flight. Refuses FLIGHT_UNKNOWN and PLACE_UNKNOWN. */
export async function findScope(
  db: ReadDatabase,
  reference: Reference,
  scope: PolicyScope,
): Promise<{ readonly ok: true; readonly flight: FlightRow | undefined } | Refused> {
  if (scope.kind === 'flight') {
    const flight = await flightById(db, scope.flightId);
    return flight ? { ok: true, flight } : refuse('FLIGHT_UNKNOWN', { flightId: scope.flightId });
  }
  if (scope.kind === 'route')
    for (const code of [scope.origin, scope.destination]) if (!reference.airport(code)) return refuse('PLACE_UNKNOWN', { code });
  return { ok: true, flight: undefined };
}
