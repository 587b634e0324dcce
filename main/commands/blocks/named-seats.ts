import { assert } from '../../../shared/assert.ts';
import { readSeats } from '../../../shared/read-seats.ts';
import { accept, type Reply, refuse } from '../../../shared/refusals.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import type { SeatPlan } from '../../reference/reference.ts';
import { type FlightRow, flightName } from '../../store/tables/flights-table.ts';
import type { CommandContext } from '../command.ts';

export interface NamedSeats {
  readonly cabin: Cabin;
  readonly seats: readonly string[];
  readonly plan: SeatPlan;
}

/** The seats of a flight that a person named. */
export function namedSeats(
  { reference }: Pick<CommandContext, 'reference'>,
  flight: FlightRow,
  what: string,
  cabin: Cabin | null,
): Reply<NamedSeats> {
  const plan = reference.seatPlan(flight.seat_map);
  assert(plan, `flight ${flight.id} flies with a seat map that this Aisle does not know`);
  const read = readSeats(what, plan.seats, cabin ?? undefined);
  if (!read.ok) return refuse('BLOCK_SEATS', { flightId: flight.id, flight: flightName(flight), what, problem: read.problem });
  return accept({ cabin: read.cabin, seats: read.seats, plan });
}
