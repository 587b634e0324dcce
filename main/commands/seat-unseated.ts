import { assert } from '../../shared/assert.ts';
import { instant, isDue } from '../../shared/instants.ts';
import { seatedOn } from '../../shared/later-seat.ts';
import type { BookedLeg, BookingView } from '../../shared/methods/booking-view.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import { bestSeats } from '../rules/seat-choice.ts';
import { goesOn, seatedFirst, type UnseatedParty } from '../rules/unseated-order.ts';
import { trustSeats } from '../store/checks/trust-seats.ts';
import { trustedBooking } from '../store/checks/trusted-booking.ts';
import { rememberBooking } from '../store/known-bookings.ts';
import { keepVersion } from '../store/tables/booking-versions-table.ts';
import { type BookingRow, changedRow, legsOf, partyOf } from '../store/tables/bookings-table.ts';
import { bookingsOver, claimSeat, claimsOfLeg, giveUpClaim, takenSeats } from '../store/tables/claims-table.ts';
import { saleRecordOf } from '../store/tables/sale-record.ts';
import { cabinSeats } from '../views/cabin-seats.ts';
import type { CommandContext } from './command.ts';
import { bookingMoved, keptSeats } from './move-seats.ts';

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

const SEAT = 'UPDATE bookings SET legs = ?, version = version + 1 WHERE id = ? AND state = ? AND version = ?';

/** They cost nothing more: the party paid for a place in the cabin. */
async function giveSeats(context: CommandContext, { row, leg, places }: Unseated, seats: readonly string[]): Promise<void> {
  const { db } = context;
  const given = new Map(places.map((place, at) => [place, seats[at] ?? '']));
  const seated: BookedLeg = { ...leg, seats: leg.seats.map((seat, place) => given.get(place) ?? seat) };
  const [had, has] = [claimsOfLeg(row, leg), claimsOfLeg(row, seated)];
  for (const place of places) {
    const [old, claim] = [had[place], has[place]];
    assert(old && claim, `booking ${row.id} has a passenger at place ${place}`);
    await giveUpClaim(db, old.flightId, old.seat, row.id);
    assert(await claimSeat(db, claim), `seat ${claim.seat} of flight ${claim.flightId} is free`);
  }
  const { passengers, tenders } = await saleRecordOf(db, row.id);
  await keepVersion(db, row, { passengers, tenders: tenders.length });
  const legs = JSON.stringify(legsOf(row).map((one) => (one === leg ? seated : one)));
  const after = changedRow(row, { legs, version: row.version + 1 });
  const written = await db.change(SEAT).run(legs, row.id, row.state, row.version);
  assert(written === 1, `booking ${row.id} was not seated`);
  rememberBooking(db, after);
  const note = `${seats.join(' ')} came free on ${leg.flight}`;
  const moved = bookingMoved(context, after, await keptSeats(context, after), { note });
  context.emit(row.state === 'HOLD' ? 'hold.seated' : 'booking.seated', { ...moved, price: row.total, fees: row.fees, paid: 0 });
}
