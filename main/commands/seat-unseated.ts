import { assert } from '../../shared/assert.ts';
import { instant, isDue } from '../../shared/instants.ts';
import { seatedOn } from '../../shared/later-seat.ts';
import type { BookedLeg, BookingView } from '../../shared/methods/booking-view.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import { bestSeats } from '../rules/seat-choice.ts';
import { goesOn, seatedFirst, type UnseatedParty } from '../rules/unseated-order.ts';
import { trustSeats } from '../store/checks/trust-seats.ts';
import { trustedBooking } from '../store/checks/trusted-booking.ts';
import { type BookingRow, legsOf, partyOf } from '../store/tables/bookings-table.ts';
import { bookingsOver, takenSeats } from '../store/tables/claims-table.ts';
import { cabinSeats } from '../views/cabin-seats.ts';
import type { CommandContext } from './command.ts';
import { reseatLeg } from './reseat-leg.ts';

interface Unseated extends UnseatedParty {
  readonly row: BookingRow;
  readonly leg: BookedLeg;
  /** Places among the seats of the leg that have none. */
  readonly places: readonly number[];
  readonly party: BookingView['party'];
}

/**
 * Gives the seats of a cabin that came free to those who were sold without one, in their order (rules/unseated-order.ts). A party is kept together:
 * who does not fit as a whole is passed over, and keeps its place. Seats in an exit row are given by hand, because their passenger must agree aloud.
 */
export async function seatUnseated(context: CommandContext, flightId: number, cabin: Cabin): Promise<void> {
  const { db, now, cache, reference } = context;
  const flight = await cache.flight(flightId);
  const plan = flight && reference.seatPlan(flight.seat_map);
  assert(flight && plan, `flight ${flightId} was sold above its seats and is not known`);
  if (flight.cancelled === 1 || isDue(instant(flight.departs_at), now)) return;
  await trustSeats(db, flightId);
  for (const one of await unseatedOn(context, flightId, cabin)) {
    const { free } = await cabinSeats(db, flightId, plan, cabin);
    if (free === 0) return;
    const party = one.places.flatMap((place) => one.party[place] ?? []);
    const seats = bestSeats(plan, { taken: await takenSeats(db, flightId, 0), mayHold: free }, party, cabin)[0]?.seats;
    if (seats) await giveSeats(context, one, seats);
  }
}

async function unseatedOn(context: CommandContext, flightId: number, cabin: Cabin): Promise<Unseated[]> {
  const { db, now, setApart } = context;
  const found: Unseated[] = [];
  for (const bookingId of await bookingsOver(db, flightId)) {
    const row = await trustedBooking(db, bookingId);
    assert(row, `booking ${bookingId} has no seat on flight ${flightId}`);
    // A hold that is due has no right to a seat.
    if (setApart.has(bookingId) || (row.expires_at !== null && isDue(instant(row.expires_at), now))) continue;
    const legs = legsOf(row);
    const leg = legs.find((one) => one.flightId === flightId && one.cabin === cabin);
    if (!leg) continue;
    const party = [...seatedOn(partyOf(row), leg.segment)];
    const places = leg.seats.flatMap((seat, place) => (seat === 'over' ? [place] : []));
    const adults = party.every(({ type }) => type === 'ADT');
    found.push({ bookingId, row, leg, places, party, adults, connects: goesOn(legs, leg) });
  }
  return found.toSorted(seatedFirst);
}

/** They cost nothing more: the party paid for a place in the cabin. */
async function giveSeats(context: CommandContext, { row, leg, places }: Unseated, seats: readonly string[]): Promise<void> {
  const given = new Map(places.map((place, at) => [place, seats[at] ?? '']));
  const told = await reseatLeg(
    context,
    row,
    leg,
    given,
    `${seats.join(' ')} came free on ${leg.flight} and went to passengers without a seat`,
  );
  context.emit(row.state === 'HOLD' ? 'hold.seated' : 'booking.seated', told);
}
