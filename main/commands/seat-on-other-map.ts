import { instant, isDue } from '../../shared/instants.ts';
import { noteChangedFlight } from '../store/tables/changed-flights-table.ts';
import { seatsAfter } from '../views/seats-after.ts';
import type { CommandContext } from './command.ts';
import { moveParty } from './move-party.ts';

/**
 * Passengers of a flight that got another aircraft, and cannot stay where they sat, get seats like theirs, or none. They stay sold or held. `before`: the
 * seat map that it had. `lastBooking`: the newest booking that was made for that aircraft. Whoever calls this offers the seats that are free afterwards.
 */
export async function seatOnOtherMap(
  context: CommandContext,
  flightId: number,
  before: string,
  lastBooking = Number.MAX_SAFE_INTEGER,
): Promise<void> {
  const { db, now, cache, reference } = context;
  const flight = await cache.flight(flightId);
  const had = reference.seatPlan(before);
  const has = flight && reference.seatPlan(flight.seat_map);
  if (!had || !flight || !has || flight.cancelled === 1 || isDue(instant(flight.departs_at), now)) return;
  // Also who keeps a seat may have lost what was paid for it.
  await noteChangedFlight(db, flightId, now);
  const parties = await seatsAfter(context, { id: flightId, before: had, after: has, lastBooking }, 'nobody');
  for (const party of parties) await moveParty(context, party, 'aircraft');
}
