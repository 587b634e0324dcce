import type { Input, Output } from '../../../shared/contract.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import { accept, type Refused, refuse } from '../../../shared/refusals.ts';
import { CABINS } from '../../../shared/seat-map.ts';
import { aircraftOf } from '../../store/tables/aircraft-table.ts';
import { assignmentOf, flownTogether, leavesTogether, replaceAssignment } from '../../store/tables/assignments-table.ts';
import { type FlightRow, flightById, flightName } from '../../store/tables/flights-table.ts';
import { flightWeight } from '../../views/flight-weight.ts';
import type { Command, CommandContext } from '../command.ts';
import { flightOver } from '../flight-over.ts';
import { offerFreed } from '../waitlist/offer-freed.ts';

/** Gives a flight an aircraft, a gate and a weight limit of its own, instead of what it had. Who waits is looked at again, because more may be carried. */
export const assignAircraft: Command<Input<'aircraft.assign'>, Output<'aircraft.assign'>> = async (context, input) => {
  const { db, now, actor, reference, cache, emit } = context;
  const { flightId, tail, gate, ownLimit, reason } = input;
  const flight = await flightById(db, flightId);
  if (!flight) return refuse('FLIGHT_UNKNOWN', { flightId });
  const over = flightOver(flight, now);
  if (over) return over;
  const apart = await cache.setting('turnRoundMinutes');
  const problem =
    (tail === null ? undefined : await aircraftProblem(context, flight, tail, apart)) ?? (await gateProblem(context, flight, gate, apart));
  if (problem) return problem;

  const row = { flight_id: flightId, tail, gate, own_limit: ownLimit };
  await replaceAssignment(db, row, { reason, at: now, user: actor.user, desk: actor.desk });
  const limit = (await assignmentOf(db, flightId))?.weight_limit ?? null;
  emit('flight.assigned', { flightId, tail, gate, ownLimit });
  await offerFreed(
    context,
    CABINS.map((cabin) => ({ flightId, cabin })),
  );
  const weighed = limit === null ? null : (await flightWeight({ db, reference, setting: cache.setting.bind(cache) }, flight, limit)).weight;
  return accept({ flightId, tail, gate, ownLimit, weight: weighed });
};

async function aircraftProblem(
  { db, reference }: CommandContext,
  flight: FlightRow,
  tail: string,
  minutes: number,
): Promise<Refused | undefined> {
  const aircraft = await aircraftOf(db, tail);
  if (!aircraft) return refuse('AIRCRAFT_UNKNOWN', { tail });
  if (aircraft.retired === 1) return refuse('AIRCRAFT_RETIRED', { tail });
  const nameOf = (map: string | null): string => (map === null ? '' : (reference.seatPlan(map)?.map.name ?? map));
  if (aircraft.equipment !== flight.equipment || (aircraft.seat_map !== null && aircraft.seat_map !== flight.seat_map)) {
    const has = [aircraft.equipment, nameOf(aircraft.seat_map)].filter(Boolean).join(', ');
    return refuse('AIRCRAFT_OTHER', { flight: flightName(flight), flies: `${flight.equipment}, ${nameOf(flight.seat_map)}`, tail, has });
  }
  const other = await flownTogether(db, tail, flight, minutes * MINUTE_MS);
  return other && refuse('AIRCRAFT_BUSY', { tail, flight: flightName(flight), other: flightName(other), minutes });
}

async function gateProblem({ db }: CommandContext, flight: FlightRow, gate: string, minutes: number): Promise<Refused | undefined> {
  const other = gate === '' ? undefined : await leavesTogether(db, gate, flight, minutes * MINUTE_MS);
  return other && refuse('GATE_BUSY', { gate, flight: flightName(flight), other: flightName(other), minutes });
}
