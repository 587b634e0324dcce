import type { Input, Output } from '../../../shared/contract.ts';
import type { CustomerWho } from '../../../shared/methods/customers.ts';
import { CUSTOMER_BOOKINGS_MAX } from '../../../shared/methods/customers.ts';
import { accept, type Reply, refuse } from '../../../shared/refusals.ts';
import { trustedBooking } from '../../store/checks/trusted-booking.ts';
import { type CustomerRow, customerById, recordOf } from '../../store/tables/customers-table.ts';
import { passengersOfBooking } from '../../store/tables/sale-record.ts';
import { bookingsOfPerson, type Person } from '../../views/bookings-of-person.ts';
import { listedName } from '../../views/listed-name.ts';
import { type FoundBooking, foundBookingOf } from '../found-booking.ts';
import type { Query, QueryContext } from '../query.ts';

type Customer = Output<'customers.get'>;
type Known = Person & Pick<CustomerRow, 'title' | 'document'> & { readonly row?: CustomerRow };

/** A person with all their bookings, the latest departure first. */
export const customerOf: Query<Input<'customers.get'>, Customer> = async (context, { who }) => {
  const { db } = context;
  const known = await knownPerson(context, who);
  if (!known.ok) return known;
  const { row, ...person } = known.value;
  const bookings: FoundBooking[] = [];
  for (const id of await bookingsOfPerson(db, person, row?.id)) {
    const booking = await foundBookingOf(context, id);
    if (booking) bookings.push(booking);
    await context.pause?.();
  }
  bookings.sort((a, b) => b.departsAt - a.departsAt || b.bookingId - a.bookingId);
  return accept({
    who,
    name: listedName(person),
    record: recordOf(person),
    kept: row ? { at: row.kept_at, user: row.kept_by, desk: row.kept_desk, version: row.version } : null,
    bookings: bookings.slice(0, CUSTOMER_BOOKINGS_MAX),
    more: Math.max(0, bookings.length - CUSTOMER_BOOKINGS_MAX),
  });
};

async function knownPerson({ db }: QueryContext, who: CustomerWho): Promise<Reply<Known>> {
  if (who.by === 'record') {
    const row = await customerById(db, who.customerId);
    if (!row) return refuse('CUSTOMER_UNKNOWN', { customerId: who.customerId });
    return row.erased_at === null ? accept({ ...row, row }) : refuse('CUSTOMER_ERASED', { customerId: who.customerId });
  }
  const booking = await trustedBooking(db, who.bookingId);
  const passenger = booking && (await passengersOfBooking(db, who.bookingId))[who.place];
  if (!passenger) return refuse('BOOKING_UNKNOWN', { bookingId: who.bookingId, locator: `number ${who.bookingId}` });
  return accept({ ...passenger, phone: booking.phone ?? '', email: booking.email ?? '', document: null });
}
