import type { EventData } from '../../shared/events.ts';
import { legChangeWords } from '../../shared/leg-change-words.ts';
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
  const note = [...flights.map((flight) => said(flight, means)), ...lost.map(meaningSaid)].join('; ');
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
    const { kind = 'none', movedMinutes = 0, destination = '' } = now[at] ?? {};
    return kind === 'none' ? [] : [{ flightId, flight, destination, kind, movedMinutes }];
  });
}

const meaningSaid = (means: Means): string => `${means.flight}: ${legChangeWords(means)}`;

/** A booking that was changed may have flown with others before. */
const ofBooking = (row: BookingRow, changed: readonly Changed[]): Changed[] => {
  const legs = legsOf(row);
  return changed.filter(({ flightId }) => legs.some((leg) => leg.flightId === flightId));
};

/** `2026-11-23 10:00 Z`. */
const zulu = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} Z`;

/** For the history: `QX 41 of 2026-11-23 15:00 Z leaves at 2026-11-23 16:00 Z now, 1 h 00 later`. */
function said({ flightId, flight, flies, departsAt, leftAt }: Changed, means: readonly Means[]): string {
  const meant = means.find((one) => one.flightId === flightId);
  const of = `${flight} of ${zulu(leftAt)}`;
  if (!flies) return `${of} is cancelled`;
  return `${of} leaves at ${zulu(departsAt)} now, ${meant ? legChangeWords(meant) : 'as it was sold'}`;
}
