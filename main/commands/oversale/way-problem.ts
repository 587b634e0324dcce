import { instant, isDue } from '../../../shared/instants.ts';
import { type Refused, refuse } from '../../../shared/refusals.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { type FlightRow, flightName } from '../../store/tables/flights-table.ts';
import { cabinSeats } from '../../views/cabin-seats.ts';
import type { CommandContext } from '../command.ts';

/** Why a flight cannot be given to a passenger instead of `from`; undefined when it can. */
export async function wayProblem(
  { db, now, reference }: CommandContext,
  from: FlightRow,
  way: FlightRow | undefined,
  cabin: Cabin,
): Promise<Refused | undefined> {
  const refused = (problem: string): Refused => refuse('WAY_REFUSED', { flight: way ? flightName(way) : 'This flight', problem });
  if (!way) return refused('it is not in the schedule');
  if (way.id === from.id) return refused('it is the flight that is oversold');
  if (way.cancelled === 1) return refused('it does not operate');
  if (way.origin !== from.origin || way.destination !== from.destination)
    return refused(`it does not fly ${from.origin} to ${from.destination}`);
  if (isDue(instant(way.departs_at), now)) return refused('it has departed');
  const plan = reference.seatPlan(way.seat_map);
  if (!plan?.capacity[cabin]) return refused(`it has no cabin ${cabin}`);
  const { free } = await cabinSeats(db, way.id, plan, cabin);
  return free === 0 ? refused('no seat is free') : undefined;
}
