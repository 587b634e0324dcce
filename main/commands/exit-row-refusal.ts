import { nameText } from '../../shared/host-name.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import type { PassengerName } from '../../shared/methods/bookings.ts';
import { ageOn } from '../../shared/passengers.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';
import { exitRowProblem } from '../rules/exit-row.ts';
import type { CommandContext } from './command.ts';

/** Once birth dates are known, an adult of 12 to 14 years is too young for an exit row. `names`: seated passengers first, in the order of the seats. */
export async function exitRowRefusal(
  { cache, reference }: CommandContext,
  legs: readonly BookedLeg[],
  names: readonly PassengerName[],
): Promise<Refused | undefined> {
  if (names.every(({ birthDate }) => birthDate === null)) return undefined;
  for (const leg of legs) {
    const flight = await cache.flight(leg.flightId);
    const plan = flight && reference.seatPlan(flight.seat_map);
    for (const [place, seat] of leg.seats.entries()) {
      const passenger = names[place];
      if (!passenger?.birthDate || !plan?.byName.get(seat)?.exit) continue;
      const age = ageOn(passenger.birthDate, leg.date);
      const problem = exitRowProblem({ type: passenger.type === 'INF' ? 'INS' : passenger.type, infant: false, assistance: false, age });
      if (problem) return refuse('EXIT_ROW_TOO_YOUNG', { seat, flight: leg.flight, name: nameText(passenger) });
    }
  }
  return undefined;
}
