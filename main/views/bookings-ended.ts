import type { Instant } from '../../shared/instants.ts';
import type { Reference } from '../reference/reference.ts';
import type { ReadDatabase } from '../store/database.ts';
import { type BookingRow, bookingById } from '../store/tables/bookings-table.ts';
import { bookingsOnChanged } from '../store/tables/changed-flights-table.ts';
import { eventsOfBooking } from '../store/tables/journal-table.ts';
import type { BookingChanged } from './bookings-changed.ts';
import { type ChangedLeg, changedLegs, isAhead, isBroken, worstChange } from './changed-legs.ts';

interface Moment {
  readonly db: ReadDatabase;
  readonly now: Instant;
  readonly reference: Reference;
}

/**
 * Bookings that were cancelled because the carrier had changed their flights, in the order of their numbers: nothing is left to do for them. The
 * reason is what they were told before they were cancelled, whatever the schedule says since.
 */
export async function bookingsEnded(moment: Moment, limitMinutes: number): Promise<BookingChanged[]> {
  const { db, now } = moment;
  const found: BookingChanged[] = [];
  for (const [id, flights] of Map.groupBy(await bookingsOnChanged(db, now), ({ bookingId }) => bookingId)) {
    const row = await bookingById(db, id);
    if (row?.state !== 'CANCELLED') continue;
    const legs = await changedLegs(moment, row, limitMinutes);
    const told = await toldBefore(db, row, legs);
    const ahead = told.filter((leg) => isAhead(leg, now));
    const [first, group] = [ahead.find(isBroken), worstChange(ahead)];
    if (!first || !group) continue;
    const changedAt = Math.max(...flights.map((one) => one.changedAt));
    found.push({ row, legs, group, changedAt, done: true, departsAt: first.flight.departs_at });
  }
  return found;
}

/** Its flights with what its passengers had been told of each when the booking was cancelled. */
async function toldBefore(db: ReadDatabase, row: BookingRow, legs: readonly ChangedLeg[]): Promise<ChangedLeg[]> {
  const entries = await eventsOfBooking(db, row.id);
  const before = entries.slice(entries.findIndex(({ type }) => type === 'booking.cancelled') + 1);
  const told = before.find(({ type }) => type === 'booking.flightsChanged');
  const means = told ? (JSON.parse(told.data) as { readonly means?: readonly Means[] }).means : undefined;
  const unseated = before.some(({ type }) => type === 'booking.unseated');
  return legs.map((one) => {
    const { leg } = one;
    const said = means?.find(({ flightId }) => flightId === leg.flightId)?.kind ?? leg.given;
    return { ...one, change: said ?? (unseated && leg.seats.includes('over') ? 'seatGone' : 'none') };
  });
}

type Means = { readonly flightId: number; readonly kind: ChangedLeg['change'] };
