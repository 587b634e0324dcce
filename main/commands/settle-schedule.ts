import { assert } from '../../shared/assert.ts';
import { accept } from '../../shared/refusals.ts';
import { CABINS } from '../../shared/seat-map.ts';
import { type BookingRow, bookingById, legsOf } from '../store/tables/bookings-table.ts';
import { noteChangedFlight } from '../store/tables/changed-flights-table.ts';
import { bookingsOn } from '../store/tables/claims-table.ts';
import { wasTold } from '../store/tables/journal-table.ts';
import { dropFlightsBefore } from '../store/tables/next-flights.ts';
import { endScheduleSwitch, type SettlingSchedule, scheduleSwitch, writeScheduleSwitch } from '../store/tables/schedule-switch.ts';
import { discardStaged } from '../store/tables/staged-flights-table.ts';
import { countersAhead, flightSwitched, flightsSwitched, type SwitchedFlight } from '../store/tables/switched-flights.ts';
import type { Command, CommandContext } from './command.ts';
import { COUNTERS_AT_ONCE, countSome } from './count-some.ts';
import { seatOnOtherMap } from './seat-on-other-map.ts';
import { shortenHoldsOn } from './shorten-holds.ts';
import { everBookedOn, tellBooking } from './tell-bookings.ts';
import { offerFreed } from './waitlist/offer-freed.ts';

export interface SettleScheduleInput {
  /** Bookings that are told or looked at in one piece, or those of one flight more. */
  readonly bookings: number;
}

/**
 * The next piece of what a switch of the schedule means (schedule-switch.ts): first to the cabins of its flights, then to its bookings, flight by flight.
 * What is not needed any more is deleted in pieces of its own.
 * 1. Each sold booking is told once, of all its flights that were moved or cancelled. The journal says who was told, so a piece may end within a flight,
 *    and what changes between two pieces tells nobody twice.
 * 2. Holds on a flight that leaves earlier end with its sales.
 * 3. Passengers whose seat the new aircraft does not have get one like theirs, or are without one. All of a flight in one piece. Until then the
 *    counters of its cabins keep the seats that are left for them.
 * `done`: nothing is left, or no schedule was switched.
 */
export const settleSchedule: Command<SettleScheduleInput, { readonly done: boolean }> = async (context, { bookings }) => {
  const { db } = context;
  const underWay = await scheduleSwitch(db);
  if (!underWay || underWay.step === 'copying') return accept({ done: true });
  if (underWay.staged !== null) {
    await discardStaged(db, underWay.staged);
    await writeScheduleSwitch(db, { ...underWay, staged: null });
    return accept({ done: false });
  }
  if (underWay.step === 'dropping') {
    const done = await dropFlightsBefore(db);
    if (done) await endScheduleSwitch(db);
    return accept({ done });
  }
  if (underWay.step === 'counting') {
    await countSome(context, underWay, COUNTERS_AT_ONCE);
    return accept({ done: false });
  }
  const upTo = await tellSome(context, underWay, bookings);
  await writeScheduleSwitch(db, upTo === undefined ? { ...underWay, step: 'dropping' } : { ...underWay, upTo });
  return accept({ done: false });
};

/** Returns the flight up to which all is done; undefined when nothing is left. */
async function tellSome(context: CommandContext, settling: SettlingSchedule, most: number): Promise<number | undefined> {
  const { db } = context;
  const { at, upTo: after } = settling;
  const { upTo, ended } = await countersAhead(db, after, COUNTERS_AT_ONCE);
  const told = new Set<number>();
  let looked = 0;
  let done = after;
  for (const flight of await flightsSwitched(db, at, after, upTo)) {
    if (looked >= most) return done;
    await offerFreed(context, await shortenHoldsOn(context, flight, settling.lastBooking));
    if (flight.moved === 1) {
      await noteChangedFlight(db, flight.id, context.now);
      for (const id of await everBookedOn(db, flight.id)) {
        if (looked >= most) return done;
        if (await tellOnce(context, settling, told, id)) looked++;
      }
    }
    looked += await seatAgain(context, flight, settling.lastBooking);
    done = flight.id;
  }
  return ended ? undefined : upTo;
}

/** Tells a booking of all its flights at the first of them. Returns whether it was told now. */
async function tellOnce(
  context: CommandContext,
  { at, event, lastBooking }: SettlingSchedule,
  told: Set<number>,
  id: number,
): Promise<boolean> {
  const { db } = context;
  if (id > lastBooking || told.has(id) || (await wasTold(db, id, event))) return false;
  const row = await bookingById(db, id);
  if (!row || !(await tellBooking(context, row, await movedOf(context, row, at)))) return false;
  told.add(id);
  return true;
}

async function movedOf({ db }: CommandContext, row: BookingRow, at: number): Promise<SwitchedFlight[]> {
  const moved: SwitchedFlight[] = [];
  for (const id of new Set(legsOf(row).map(({ flightId }) => flightId))) {
    const flight = await flightSwitched(db, at, id);
    if (flight?.moved === 1) moved.push(flight);
  }
  return moved.sort((a, b) => a.id - b.id);
}

/** Returns how many bookings were looked at. */
async function seatAgain(context: CommandContext, { id, other_map, map_before }: SwitchedFlight, lastBooking: number): Promise<number> {
  const { db, cache } = context;
  const flight = await cache.flight(id);
  assert(flight, `flight ${id} was switched and is not in the schedule`);
  const aboard = other_map === 1 ? (await bookingsOn(db, id)).length : 0;
  if (aboard > 0) await seatOnOtherMap(context, id, map_before, lastBooking);
  await offerFreed(
    context,
    CABINS.map((cabin) => ({ flightId: id, cabin })),
  );
  return aboard;
}
