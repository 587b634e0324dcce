import type { Output } from '../../shared/contract.ts';
import { refundState } from '../../shared/refund-state.ts';
import { bookingById, legsOf } from '../store/tables/bookings-table.ts';
import { draftOf } from '../store/tables/drafts-table.ts';
import { bookingNow } from '../views/booking-now.ts';
import type { QueryContext } from './query.ts';

export type FoundBooking = Output<'bookings.find'>['bookings'][number];

/** A booking as a list shows it; undefined when there is none. */
export async function foundBookingOf(context: QueryContext, id: number): Promise<FoundBooking | undefined> {
  const { db, locators } = context;
  const row = await bookingById(db, id);
  if (!row) return undefined;
  const refund = refundState(row);
  const first = legsOf(row)[0];
  if (!first) return undefined;
  const lead = await db
    .query<{ name: string; count: number; minors: number }>(
      `SELECT host_surname || '/' || host_given || CASE title WHEN '' THEN '' ELSE ' ' || title END AS name,
        (SELECT count(*) FROM booking_passengers WHERE booking_id = p.booking_id) AS count,
        (SELECT count(*) FROM booking_passengers WHERE booking_id = p.booking_id AND unaccompanied = 1) AS minors
       FROM booking_passengers p WHERE booking_id = ? AND place = 0`,
    )
    .get(id);
  return {
    bookingId: id,
    locator: locators.of(id),
    state: row.state,
    // A hold that is paid later has what was typed for its sale.
    name: lead?.name ?? (row.pay_by === null ? '' : ((await draftOf(db, id))?.passengers[0]?.name.toUpperCase() ?? '')),
    passengers: lead?.count ?? (JSON.parse(row.party) as unknown[]).length,
    ...(lead && lead.minors > 0 ? { minors: lead.minors } : {}),
    flight: first.flight,
    origin: first.origin,
    destination: first.destination,
    originZone: first.originZone,
    departsAt: first.departsAt,
    seats: first.seats,
    ...(await bookingNow(context, row)),
    ...(refund ? { refund } : {}),
  };
}
