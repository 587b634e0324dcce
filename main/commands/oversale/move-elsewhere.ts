import { assert } from '../../../shared/assert.ts';
import { seatedOn } from '../../../shared/later-seat.ts';
import { accept, type Reply, refuse } from '../../../shared/refusals.ts';
import type { BookingRow } from '../../store/tables/bookings-table.ts';
import { takenSeats } from '../../store/tables/claims-table.ts';
import { cabinCounters, type FlightRow, flightName } from '../../store/tables/flights-table.ts';
import { listNow, seatsOfList } from '../../views/list-now.ts';
import { makeChange } from '../changes/make-change.ts';
import { changing, problemAfter } from '../changes/plan-change.ts';
import type { Changing, PlannedChange } from '../changes/planned-change.ts';
import { splitBooking } from '../changes/split-booking.ts';
import type { CommandContext } from '../command.ts';
import { flightPart } from '../leg-of-flight.ts';

interface Move {
  readonly bookingId: number;
  /** Out of a party this passenger goes into a booking of its own first. */
  readonly passenger: number;
  readonly from: FlightRow;
  readonly way: FlightRow;
  /** What the history says. */
  readonly note: string;
}

/**
 * Gives a passenger the best free seat of another flight instead of one, in the same cabin and at the price that was paid: the carrier asked for it,
 * so nothing is priced anew. The seat that was given up goes on as every seat does that comes free. Returns the booking that the passenger has then.
 */
export async function moveElsewhere(context: CommandContext, move: Move): Promise<Reply<BookingRow>> {
  const { from, way, note } = move;
  const alone = await bookingAlone(context, move);
  if (!alone.ok) return alone;
  const { row, party, legs, passengers } = alone.value;
  const leg = legs.find(({ flightId }) => flightId === from.id);
  assert(leg, `booking ${row.id} is on flight ${from.id}`);
  const { db, reference } = context;
  const [plan, origin, destination] = [reference.seatPlan(way.seat_map), reference.airport(way.origin), reference.airport(way.destination)];
  assert(plan && origin && destination, `flight ${way.id} flies with facts that this Aisle does not know`);
  const list = listNow({ flight: way, plan, cabin: leg.cabin }, await takenSeats(db, way.id, 0), await cabinCounters(db, way.id));
  const seats = seatsOfList(list, seatedOn(party, leg.segment));
  if (!seats)
    return refuse('WAY_REFUSED', { flight: flightName(way), problem: 'no seat is free that may be given without being asked for' });
  const segment = Math.max(...legs.map((one) => one.segment)) + 1;
  const { part } = flightPart(way, origin, destination);
  const planned: PlannedChange = {
    after: {
      ...{ party, passengers },
      legs: legs
        .map((one) => (one === leg ? { ...leg, ...part, segment, seats: [...seats] } : one))
        .toSorted((a, b) => a.departsAt - b.departsAt),
    },
    ...{ lines: [], kept: 0, rule: '', note },
  };
  return (await problemAfter(alone.value, planned)) ?? makeChange(alone.value, planned, []);
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
