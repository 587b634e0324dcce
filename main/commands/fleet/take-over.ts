import { assert } from '../../../shared/assert.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { oversoldCabins } from '../../store/known-over.ts';
import { waitedFor } from '../../store/known-waitlist.ts';
import { forgetCounters } from '../../store/tables/cabin-counters-table.ts';
import { noteChangedFlight } from '../../store/tables/changed-flights-table.ts';
import { countersOfFlight } from '../../store/tables/moved-counters.ts';
import { nextScheduleGeneration } from '../../store/tables/schedule-generation.ts';
import { knownSwitch } from '../../store/tables/schedule-switch.ts';
import { addTurn, allTurns, forgetKeptSeatMaps, keepSeatMap, seatMapById } from '../../store/tables/seat-maps-table.ts';
import { type PlannedFlight, planTakeOver } from '../../views/plan-take-over.ts';
import { freeBlocks } from '../blocks/free-blocks.ts';
import type { Command, CommandContext } from '../command.ts';
import { moveAuthorised } from '../move-authorised.ts';
import { moveParty } from '../move-party.ts';
import { offerFreed } from '../waitlist/offer-freed.ts';

/**
 * A map of the airline flies from a day on. All of it is one transaction.
 * 1. The flights change map, with what their cabins may sell, as at an import. Blocks of seats that are gone end.
 * 2. Who loses a seat gets the one that the preview has named, or has none and stands on the oversale list. Price and all else stay, and each
 *    sold booking is told.
 * 3. Seats that are more than before go to who has none, and to who waits.
 */
export const takeOver: Command<Input<'fleet.takeOver'>, Output<'fleet.takeOver'>> = async (context, input) => {
  const { db, now, actor, reference, emit } = context;
  const { id, from, until, onlyUnsold, seen, reason } = input;
  const row = await seatMapById(db, id);
  const plan = reference.seatPlan(id);
  if (!plan) return refuse('FLEET_UNKNOWN', { id });
  if (!row) return refuse('FLEET_NOT_OWN', { name: plan.map.name });
  // A switch of the schedule counts cabins by the maps before and after it.
  if (((await knownSwitch(db))?.step ?? 'copying') !== 'copying') return refuse('IMPORT_RUNNING');
  const planned = await planTakeOver(context, row, plan, { from, until, onlyUnsold });
  if (!planned.ok) return planned;
  const { change, keep, seen: seenNow } = planned.value;
  if (seen !== seenNow) return refuse('FLEET_STALE');

  for (const one of change) await changeMap(context, one, id);
  await forgetKeptSeatMaps(db, id);
  for (const { id: flightId, seat_map } of keep) await keepSeatMap(db, flightId, id, seat_map);
  // What the batch knows of the cabins is older than the maps.
  forgetCounters(db);
  let [seated, unseated] = [0, 0];
  for (const { parties } of change)
    for (const party of parties) {
      await moveParty(context, party, 'seat map');
      const given = party.moves.filter(({ to }) => to).length;
      seated += given;
      unseated += party.moves.length - given;
    }
  const turn = {
    number: ((await allTurns(db)).at(-1)?.number ?? 0) + 1,
    mapId: id,
    from,
    until,
    onlyUnsold,
    reason,
    user: actor.user,
    at: now,
  };
  await addTurn(db, turn);
  await nextScheduleGeneration(db);
  const counts = { flights: change.length, kept: keep.length, seated, unseated };
  emit('fleet.tookOver', { number: turn.number, id, from, until, ...counts });
  const flights = new Set(change.map(({ flight }) => flight.id));
  const some = [...(await oversoldCabins(db)), ...(await waitedFor(db))].filter(({ flightId }) => flights.has(flightId));
  await offerFreed(context, some);
  return accept({ turn, ...counts });
};

const CHANGE = 'UPDATE flights SET seat_map = ? WHERE id = ? AND seat_map = ?';

async function changeMap(context: CommandContext, { flight, blocksEnd }: PlannedFlight, after: string): Promise<void> {
  const { db, reference } = context;
  // What these blocks took from stock goes back first, because the seats of the map before are what the new ones are compared with.
  if (blocksEnd.length > 0) await freeBlocks(context, blocksEnd, 'aircraft');
  if (flight.touched === 1) await moveAuthorised(db, await countersOfFlight(db, flight.id, flight.seat_map, after), reference);
  if (flight.booked > 0) await noteChangedFlight(db, flight.id, context.now);
  const changed = await db.change(CHANGE).run(after, flight.id, flight.seat_map);
  assert(changed === 1, `flight ${flight.id} does not have seat map ${flight.seat_map}`);
}
