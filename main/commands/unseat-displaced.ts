import { instant, isDue } from '../../shared/instants.ts';
import { isSeat } from '../../shared/open-seat.ts';
import { CABINS, type Cabin } from '../../shared/seat-map.ts';
import type { SeatPlan } from '../reference/reference.ts';
import { trustSeats } from '../store/checks/trust-seats.ts';
import { noteChangedFlight } from '../store/tables/changed-flights-table.ts';
import { takenSeats } from '../store/tables/claims-table.ts';
import { type Aboard, aboardOf } from '../views/aboard.ts';
import { openLosers } from '../views/open-losers.ts';
import type { CommandContext } from './command.ts';
import { leaveUnseated } from './leave-unseated.ts';

/**
 * Passengers of a flight that got another aircraft have no seat where it does not sell theirs in their cabin. Who chooses a seat later has none where
 * fewer are left than passengers who choose: the last of the order first, each party as a whole. They stay sold or held. Whoever calls this offers the
 * seats that are free afterwards.
 */
export async function unseatDisplaced(context: CommandContext, flightId: number): Promise<void> {
  const { db, now, cache, reference, setApart } = context;
  const flight = await cache.flight(flightId);
  const plan = flight && reference.seatPlan(flight.seat_map);
  if (!plan || flight.cancelled === 1 || isDue(instant(flight.departs_at), now)) return;
  await trustSeats(db, flightId);
  const aboard = await aboardOf(db, flightId, setApart);
  // Also who keeps a seat may have lost what was paid for it.
  if (aboard.length > 0) await noteChangedFlight(db, flightId, now);
  for (const { row, leg } of aboard) {
    const gone = leg.seats.filter((seat) => isSeat(seat) && !sells(plan, leg.cabin, seat));
    if (gone.length === 0) continue;
    const why = `${gone.join(' ')} ${gone.length === 1 ? 'is' : 'are'} not on the other aircraft of ${leg.flight}`;
    await unseat(context, { row, leg }, (seat) => gone.includes(seat), why);
  }
  for (const cabin of CABINS) await unseatLast(context, flightId, plan, cabin);
}

const sells = (plan: SeatPlan, cabin: Cabin, name: string): boolean => {
  const seat = plan.byName.get(name);
  return seat?.sellable === true && seat.cabin === cabin;
};

/** Those who choose later, while they are more than the seats that nobody has. */
async function unseatLast(context: CommandContext, flightId: number, plan: SeatPlan, cabin: Cabin): Promise<void> {
  const { db, setApart } = context;
  const all = (await aboardOf(db, flightId, setApart)).filter(({ leg }) => leg.cabin === cabin);
  if (!all.some(({ leg }) => leg.seats.includes('open'))) return;
  // A seat that is blocked is left for nobody.
  const taken = await takenSeats(db, flightId, 0);
  const free = (plan.ofCabin.get(cabin) ?? []).filter(({ seat, sellable }) => sellable && !taken.has(seat)).length;
  for (const one of openLosers(all, free))
    await unseat(context, one, (seat) => seat === 'open', `the other aircraft of ${one.leg.flight} has fewer seats`);
}

async function unseat(context: CommandContext, one: Aboard, loses: (seat: string) => boolean, note: string): Promise<void> {
  await leaveUnseated(context, one, new Set([...one.leg.seats.entries()].flatMap(([place, seat]) => (loses(seat) ? [place] : []))), note);
}
