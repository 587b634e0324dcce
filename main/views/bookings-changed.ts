import type { Instant } from '../../shared/instants.ts';
import type { ChangeGroup } from '../../shared/methods/reaccommodation.ts';
import type { Reference } from '../reference/reference.ts';
import type { ReadDatabase } from '../store/database.ts';
import { type BookingRow, bookingById } from '../store/tables/bookings-table.ts';
import { bookingsOnChanged } from '../store/tables/changed-flights-table.ts';
import { type ChangedLeg, changedLegs, isAhead, isBroken, worstChange } from './changed-legs.ts';

interface Moment {
  readonly db: ReadDatabase;
  readonly now: Instant;
  readonly reference: Reference;
}

/** A sold booking whose flights the carrier changed. */
export interface BookingChanged {
  readonly row: BookingRow;
  /** All of its flights. */
  readonly legs: readonly ChangedLeg[];
  /** The worst that happened to those that still matter. */
  readonly group: ChangeGroup;
  /** Its passengers were told, have another way, or have cancelled. */
  readonly done: boolean;
  /** When a flight that it has was changed last; 0 where none of them was. */
  readonly changedAt: number;
  /** When the first flight that was changed leaves, or was to leave. */
  readonly departsAt: number;
}

/**
 * Sold bookings whose flights the carrier changed, in the order of their numbers, while these are to come, and for some days longer where they did not
 * fly. What is to do follows from bookings and flights as they stand.
 */
export async function bookingsChanged(moment: Moment, limitMinutes: number): Promise<BookingChanged[]> {
  const { db, now } = moment;
  const found: BookingChanged[] = [];
  for (const [id, flights] of Map.groupBy(await bookingsOnChanged(db, now), ({ bookingId }) => bookingId)) {
    const row = await bookingById(db, id);
    if (row?.state !== 'CONFIRMED') continue;
    const legs = await changedLegs(moment, row, limitMinutes);
    const ahead = legs.filter((leg) => isAhead(leg, now));
    const changed = ahead.filter(({ change }) => change !== 'none');
    const worst = worstChange(changed);
    const given = ahead.filter(({ leg }) => leg.given !== undefined);
    const group =
      worst && (isBroken({ change: worst }) || given.length === 0)
        ? worst
        : worstChange(given.map(({ leg }) => ({ change: leg.given ?? 'none' })));
    const first = changed[0] ?? given[0];
    if (!group || !first) continue;
    // A flight that it has no more may have been changed since. That is no news of the booking.
    const own = flights.filter(({ flightId }) => legs.some(({ leg }) => leg.flightId === flightId));
    const done = worst === undefined || !isBroken({ change: worst });
    if (!done && own.length === 0) continue;
    found.push({
      row,
      legs,
      group,
      changedAt: Math.max(0, ...own.map((flight) => flight.changedAt)),
      done,
      departsAt: first.flight.departs_at,
    });
  }
  return found;
}
