import { assert } from '../../../shared/assert.ts';
import { seatedOn } from '../../../shared/later-seat.ts';
import { legTotal } from '../../../shared/leg-fares.ts';
import type { BookedLeg } from '../../../shared/methods/booking-view.ts';
import { minor } from '../../../shared/money.ts';
import { accept, type Reply, refuse } from '../../../shared/refusals.ts';
import { flownBetween } from '../../rules/flown-between.ts';
import { usableOf } from '../../store/known-blocks.ts';
import type { BookingRow } from '../../store/tables/bookings-table.ts';
import { takenSeats } from '../../store/tables/claims-table.ts';
import { cabinCounters, type FlightRow, flightName } from '../../store/tables/flights-table.ts';
import { listNow, seatsOfList } from '../../views/list-now.ts';
import { pricedAsSold } from '../../views/priced-from.ts';
import { makeChange } from '../changes/make-change.ts';
import { changing, problemAfter } from '../changes/plan-change.ts';
import type { Changing, PlannedChange } from '../changes/planned-change.ts';
import { splitBooking } from '../changes/split-booking.ts';
import type { CommandContext } from '../command.ts';
import { giveBack } from '../give-back.ts';
import { flightPart } from '../leg-of-flight.ts';
import { moveBooking } from '../move-booking.ts';
import { bookingMoved, moveSeats } from '../move-seats.ts';
import { offerFreed } from '../waitlist/offer-freed.ts';

interface Move {
  readonly bookingId: number;
  /** Out of a party this passenger goes into a booking of its own first. */
  readonly passenger: number;
  readonly from: FlightRow;
  /** Undefined: none is offered, and the fare of this flight goes back whole. */
  readonly way: FlightRow | undefined;
  /** What the history says. */
  readonly note: string;
}

/**
 * Gives a passenger the best free seat of another flight instead of one, in the same cabin and at the price that was paid: the carrier asked for it,
 * so nothing is priced anew. Without another flight all of its fare goes back. The seat that was given up goes on as every seat does that comes free. Returns the booking that the passenger has then.
 */
export async function moveElsewhere(context: CommandContext, move: Move): Promise<Reply<BookingRow>> {
  const { from, way } = move;
  const alone = await bookingAlone(context, move);
  if (!alone.ok) return alone;
  const { row, legs } = alone.value;
  const leg = legs.find(({ flightId }) => flightId === from.id);
  assert(leg, `booking ${row.id} is on flight ${from.id}`);
  return way ? moveTo(alone.value, leg, way, move) : giveUp(alone.value, leg, move);
}

async function moveTo({ context, ...booking }: Changing, leg: BookedLeg, way: FlightRow, { note }: Move): Promise<Reply<BookingRow>> {
  const { party, legs, passengers } = booking;
  const { db, reference } = context;
  const plan = reference.seatPlan(way.seat_map);
  const [origin, destination] = flownBetween(reference, way);
  assert(plan && origin && destination, `flight ${way.id} flies with facts that this Aisle does not know`);
  const usable = await usableOf(db, way.id, leg.cabin, plan.capacity[leg.cabin]);
  const list = listNow({ flight: way, plan, cabin: leg.cabin, usable }, await takenSeats(db, way.id, 0), await cabinCounters(db, way.id));
  const seats = seatsOfList(list, seatedOn(party, leg.segment));
  if (!seats)
    return refuse('WAY_REFUSED', { flight: flightName(way), problem: 'no seat is free that may be given without being asked for' });
  const segment = Math.max(...legs.map((one) => one.segment)) + 1;
  const { part } = flightPart(way, origin, destination);
  const moved = { ...leg, ...pricedAsSold(leg, { ...part, cabin: leg.cabin }), ...part, segment, seats: [...seats] };
  const planned: PlannedChange = {
    after: {
      ...{ party, passengers },
      legs: legs.map((one) => (one === leg ? moved : one)).toSorted((a, b) => a.departsAt - b.departsAt),
    },
    ...{ lines: [], kept: 0, rule: '', note },
  };
  const changing = { context, ...booking };
  return (await problemAfter(changing, planned)) ?? makeChange(changing, planned, []);
}

/** The flight is not flown, and its fare goes back whole: the only flight with its booking. */
async function giveUp(booking: Changing, leg: BookedLeg, { note }: Move): Promise<Reply<BookingRow>> {
  const { context, row, party, legs, passengers } = booking;
  const rest = legs.filter((one) => one !== leg);
  if (rest.length > 0) {
    const lines = [{ label: 'Not flown', detail: leg.flight, amount: minor(-legTotal(leg)) }];
    return makeChange(booking, { after: { party, passengers, legs: rest }, lines, kept: 0, rule: 'boarding denied', note }, []);
  }
  const after = await moveBooking(context.db, row, 'CANCELLED', { refunded: row.refunded + row.total });
  await giveBack(context, row, row.total, 'boarding denied');
  const given = await moveSeats(context, row, 'cancel');
  context.emit('booking.cancelled', bookingMoved(context, row, given, { amount: row.total, note, expiresAt: null }));
  await offerFreed(context, given);
  return accept(after);
}

/** The booking of one passenger: the same when nobody else is on it, else one that is split off. */
async function bookingAlone(context: CommandContext, { bookingId, passenger }: Move): Promise<Reply<Changing>> {
  const booking = await changing(context, bookingId);
  if (!booking.ok) return booking;
  const { row, party } = booking.value;
  if (party.length === 1) return accept(booking.value);
  const contact = { phone: row.phone ?? '', email: row.email ?? '', askedBy: row.asked_by ?? '' };
  const split = await splitBooking(context, { requestId: '', bookingId, version: row.version, passengers: [passenger], contact });
  return split.ok ? changing(context, context.lastBookingId()) : split;
}
