import { assert } from '../../shared/assert.ts';
import { accept, type Refused, refuse } from '../../shared/refusals.ts';
import { CABINS, type Cabin } from '../../shared/seat-map.ts';
import type { Reference, SeatPlan } from '../reference/reference.ts';
import { type FlightRow, flightName } from '../store/tables/flights-table.ts';

export interface FlightCabin {
  readonly row: FlightRow;
  readonly plan: SeatPlan;
  /** How many seats the cabin has. */
  readonly capacity: number;
}

/** How many seats a cabin of a flight has that was read. A refusal says which cabins it has instead. */
export function cabinOfFlight(
  reference: Reference,
  row: FlightRow | undefined,
  flightId: number,
  cabin: Cabin,
): { readonly ok: true; readonly value: FlightCabin } | Refused {
  if (!row) return refuse('FLIGHT_UNKNOWN', { flightId });
  const plan = reference.seatPlan(row.seat_map);
  assert(plan, `flight ${row.id} flies with a seat map that this Aisle does not know`);
  const capacity = plan.capacity[cabin];
  if (capacity) return accept({ row, plan, capacity });
  return refuse('CABIN_UNKNOWN', {
    flightId: row.id,
    flight: flightName(row),
    cabin,
    cabins: CABINS.filter((candidate) => plan.capacity[candidate]),
  });
}
