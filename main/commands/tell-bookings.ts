import type { EventData } from '../../shared/events.ts';
import { dateOfDay } from '../../shared/instants.ts';
import { legChangeWords } from '../../shared/leg-change-words.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import { clockWords } from '../reference/clock-words.ts';
import { localDay } from '../reference/zone-time.ts';
import type { ReadDatabase } from '../store/database.ts';
import { type BookingRow, bookingById, legsOf } from '../store/tables/bookings-table.ts';
import { noteChangedFlight } from '../store/tables/changed-flights-table.ts';
import { flightName } from '../store/tables/flights-table.ts';
import type { MovedFlight } from '../store/tables/staged-flights-table.ts';
import { legsNow } from '../views/legs-now.ts';
import type { CommandContext } from './command.ts';
import { bookingMoved } from './move-seats.ts';

type Changed = EventData<'booking.flightsChanged'>['flights'][number];
type Means = NonNullable<EventData<'booking.flightsChanged'>['means']>[number];

const OF_FLIGHT = 'SELECT booking_id AS id FROM booking_legs WHERE flight_id IN (?) ORDER BY booking_id';

/** Tells each sold booking once of all its flights that an import moved or cancelled, in the order of the bookings. `byHand`: the number of the change by a supervisor. */
export async function tellBookings(context: CommandContext, moved: readonly MovedFlight[], byHand?: number): Promise<void> {
  const { db } = context;
  const byBooking = new Map<number, MovedFlight[]>();
  for (const flight of moved) {
    await noteChangedFlight(db, flight.id, context.now);
    for (const id of await everBookedOn(db, flight.id)) byBooking.set(id, [...(byBooking.get(id) ?? []), flight]);
  }
  for (const id of [...byBooking.keys()].sort((a, b) => a - b)) {
    const row = await bookingById(db, id);
    if (row) await tellBooking(context, row, byBooking.get(id) ?? [], byHand);
  }
}

/** The numbers of the bookings that were ever sold on a flight. */
export const everBookedOn = (db: ReadDatabase, flightId: number) => db.column<number>(OF_FLIGHT).all(flightId);

/** Tells a booking of those flights of it that were moved or cancelled, and what each leg means by now. Returns whether there was something to tell. */
export async function tellBooking(
  context: CommandContext,
  row: BookingRow,
  moved: readonly MovedFlight[],
  byHand?: number,
): Promise<boolean> {
  const flights = row.state === 'CONFIRMED' ? ofBooking(row, moved.map(changeOf)) : [];
  if (flights.length === 0) return false;
  const means = await meaningOf(context, row);
  const lost = means.filter(({ flightId }) => !flights.some((flight) => flight.flightId === flightId));
  const moves = legsOf(row).flatMap((leg) => {
    const flight = flights.find(({ flightId }) => flightId === leg.flightId);
    return flight ? [said(context, leg, flight, means)] : [];
  });
  const note = [...moves, ...lost.map(meaningSaid)].join('; ');
  const told = bookingMoved(context, row, [], { amount: 0, note, expiresAt: null });
  context.emit('booking.flightsChanged', { ...told, flights, means, ...(byHand === undefined ? {} : { byHand }) });
  return true;
}

const changeOf = (flight: MovedFlight): Changed => ({
  flightId: flight.id,
  flight: flightName(flight),
  flies: flight.flies === 1,
  destination: flight.destination,
  departsAt: flight.departs_at,
  arrivesAt: flight.arrives_at,
  leftAt: flight.left_at,
});

/** Of each leg that is not as it was sold. The flights that the batch knows are older than the schedule. */
async function meaningOf(context: CommandContext, row: BookingRow): Promise<Means[]> {
  const legs = legsOf(row);
  const now = await legsNow(context, row);
  return legs.flatMap(({ flightId, flight }, at) => {
    const { kind = 'none', movedMinutes = 0, destination = '', rezoned } = now[at] ?? {};
    return kind === 'none' ? [] : [{ flightId, flight, destination, kind, movedMinutes, ...(rezoned ? { rezoned } : {}) }];
  });
}

const meaningSaid = (means: Means): string => `${means.flight}: ${legChangeWords(means)}`;

/** A booking that was changed may have flown with others before. */
const ofBooking = (row: BookingRow, changed: readonly Changed[]): Changed[] => {
  const legs = legsOf(row);
  return changed.filter(({ flightId }) => legs.some((leg) => leg.flightId === flightId));
};

/** For the history: `QX 41 of 2026-11-23, 10:00 at JFK, leaves at 11:00 now, 1 h 00 later`, by the clocks of the airport that it leaves. */
function said({ reference }: CommandContext, leg: BookedLeg, changed: Changed, means: readonly Means[]): string {
  const { flightId, flight, flies, departsAt, leftAt } = changed;
  const { origin, originZone } = leg;
  const zone = reference.airportAt(origin, departsAt)?.zone ?? originZone;
  // The time that stands on its papers is told as it stands there.
  const before = leftAt === leg.departsAt ? originZone : zone;
  const day = localDay(before, leftAt);
  const of = `${flight} of ${dateOfDay(day)}, ${clockWords(before, leftAt, day)} at ${origin},`;
  if (!flies) return `${of} is cancelled`;
  const meant = means.find((one) => one.flightId === flightId);
  return `${of} leaves at ${clockWords(zone, departsAt, day)} now, ${meant ? legChangeWords(meant) : 'as it was sold'}`;
}
