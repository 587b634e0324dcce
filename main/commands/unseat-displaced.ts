import { instant, isDue } from '../../shared/instants.ts';
import { seatedOn } from '../../shared/later-seat.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import { isSeat } from '../../shared/open-seat.ts';
import { CABINS, type Cabin } from '../../shared/seat-map.ts';
import type { SeatPlan } from '../reference/reference.ts';
import { goesOn, seatedFirst } from '../rules/unseated-order.ts';
import { trustSeats } from '../store/checks/trust-seats.ts';
import { trustedBooking } from '../store/checks/trusted-booking.ts';
import { type BookingRow, legsOf, partyOf } from '../store/tables/bookings-table.ts';
import { noteChangedFlight } from '../store/tables/changed-flights-table.ts';
import { bookingsOn, takenSeats } from '../store/tables/claims-table.ts';
import type { CommandContext } from './command.ts';
import { reseatLeg } from './reseat-leg.ts';

interface Aboard {
  readonly row: BookingRow;
  readonly leg: BookedLeg;
}

/**
 * Passengers of a flight that got another aircraft have no seat where it does not sell theirs in their cabin. Who chooses a seat later has none where
 * fewer are left than passengers who choose: the last of the order first, each party as a whole. They stay sold or held. Whoever calls this offers the
 * seats that are free afterwards.
 */
export async function unseatDisplaced(context: CommandContext, flightId: number): Promise<void> {
  const { db, now, cache, reference } = context;
  const flight = await cache.flight(flightId);
  const plan = flight && reference.seatPlan(flight.seat_map);
  if (!plan || flight.cancelled === 1 || isDue(instant(flight.departs_at), now)) return;
  await trustSeats(db, flightId);
  for (const { row, leg } of await aboard(context, flightId)) {
    const gone = leg.seats.filter((seat) => isSeat(seat) && !sells(plan, leg.cabin, seat));
    if (gone.length > 0)
      await unseat(context, { row, leg }, (seat) => gone.includes(seat), `${gone.join(' ')} is not on the other aircraft of ${leg.flight}`);
  }
  for (const cabin of CABINS) await unseatLast(context, flightId, plan, cabin);
}

const sells = (plan: SeatPlan, cabin: Cabin, name: string): boolean => {
  const seat = plan.byName.get(name);
  return seat?.sellable === true && seat.cabin === cabin;
};

/** Every booking on the flight, in the order of their numbers. */
async function aboard({ db, setApart }: CommandContext, flightId: number): Promise<Aboard[]> {
  const found: Aboard[] = [];
  for (const id of await bookingsOn(db, flightId)) {
    const row = setApart.has(id) ? undefined : await trustedBooking(db, id);
    const leg = row && legsOf(row).find((one) => one.flightId === flightId);
    if (row && leg) found.push({ row, leg });
  }
  return found;
}

/** Those who choose later, while they are more than the seats that nobody has. */
async function unseatLast(context: CommandContext, flightId: number, plan: SeatPlan, cabin: Cabin): Promise<void> {
  const all = (await aboard(context, flightId)).filter(({ leg }) => leg.cabin === cabin);
  const open = all.filter(({ leg }) => leg.seats.includes('open'));
  if (open.length === 0) return;
  const waits = open.flatMap(({ leg }) => leg.seats.filter((seat) => seat === 'open')).length;
  // A seat that is blocked is left for nobody.
  const taken = await takenSeats(context.db, flightId, 0);
  let tooMany = waits - (plan.ofCabin.get(cabin) ?? []).filter(({ seat, sellable }) => sellable && !taken.has(seat)).length;
  for (const one of open.toSorted((a, b) => seatedFirst(orderOf(b), orderOf(a)))) {
    if (tooMany <= 0) return;
    tooMany -= one.leg.seats.filter((seat) => seat === 'open').length;
    await unseat(context, one, (seat) => seat === 'open', `the other aircraft of ${one.leg.flight} has fewer seats`);
  }
}

const orderOf = ({ row, leg }: Aboard) => ({
  bookingId: row.id,
  connects: goesOn(legsOf(row), leg),
  adults: seatedOn(partyOf(row), leg.segment).every(({ type }) => type === 'ADT'),
});

async function unseat(context: CommandContext, { row, leg }: Aboard, loses: (seat: string) => boolean, note: string): Promise<void> {
  await noteChangedFlight(context.db, leg.flightId, context.now);
  const places = leg.seats.flatMap((seat, place): [number, string][] => (loses(seat) ? [[place, 'over']] : []));
  const told = await reseatLeg(context, row, leg, new Map(places), note);
  const { flightId, cabin } = leg;
  context.emit(row.state === 'HOLD' ? 'hold.unseated' : 'booking.unseated', { ...told, flightId, cabin });
}
