import type { Input, Output } from '../../../shared/contract.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { waitedFor } from '../../store/known-waitlist.ts';
import { aircraftOf, listedAircraft, setAircraftRow } from '../../store/tables/aircraft-table.ts';
import { flightsOf } from '../../store/tables/assignments-table.ts';
import type { Command, CommandContext } from '../command.ts';
import { offerFreed } from '../waitlist/offer-freed.ts';

/** The cabins of flights of an aircraft for which somebody waits. More may be carried now. */
async function waitedForWith(db: CommandContext['db'], tail: string) {
  const flown = new Set(await flightsOf(db, tail));
  return (await waitedFor(db)).filter(({ flightId }) => flown.has(flightId));
}

/** Adds an aircraft, or corrects one. Whatever has flights to come keeps its type and seats and is not retired: those flights sell them. */
export const setAircraft: Command<Input<'aircraft.set'>, Output<'aircraft.set'>> = async (context, input) => {
  const { db, now, actor, reference, emit } = context;
  const { tail, equipment, seatMap, weightLimit, retired, reason } = input;
  if (!reference.seatPlanFor(equipment) || (seatMap !== null && !reference.seatPlan(seatMap)))
    return refuse('EQUIPMENT_UNKNOWN', { equipment: seatMap ?? equipment });
  const before = await aircraftOf(db, tail);
  const changes = before && (before.equipment !== equipment || before.seat_map !== seatMap || (retired && before.retired === 0));
  const flights = changes ? ((await listedAircraft(db, now)).find((one) => one.tail === tail)?.flights ?? 0) : 0;
  if (flights > 0) return refuse('AIRCRAFT_ASSIGNED', { tail, flights });
  const row = { tail, equipment, seat_map: seatMap, weight_limit: weightLimit, retired: retired ? 1 : 0 };
  await setAircraftRow(db, row, { reason, at: now, user: actor.user });
  emit('aircraft.set', { tail, equipment, weightLimit, retired });
  if (before && before.weight_limit !== weightLimit) await offerFreed(context, await waitedForWith(db, tail));
  return accept({ tail, equipment, seatMap, weightLimit, retired });
};
