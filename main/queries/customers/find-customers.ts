import type { Input, Output } from '../../../shared/contract.ts';
import { CUSTOMERS_FOUND_MAX, type FoundCustomer } from '../../../shared/methods/customers.ts';
import { accept } from '../../../shared/refusals.ts';
import { emailRanges, type KeyRange, nameKeys, nameRanges, phoneRanges } from '../../store/find-keys.ts';
import { bookingById } from '../../store/tables/bookings-table.ts';
import { type CustomerRow, customerById, customersByKey, recordOf } from '../../store/tables/customers-table.ts';
import { bookingsByKey } from '../../store/tables/find-keys-table.ts';
import { passengersOfBooking } from '../../store/tables/sale-record.ts';
import type { PassengerRow } from '../../store/tables/sale-rows.ts';
import { isNamed, type Person, sharesContact } from '../../views/bookings-of-person.ts';
import { listedName } from '../../views/listed-name.ts';
import type { Query, QueryContext } from '../query.ts';

type Find = Input<'customers.find'>['anyOf'][number];

/** Bookings that are read for their passengers. */
const BOOKINGS_READ_MAX = 300;

function rangesOf(find: Find): KeyRange[] {
  switch (find.by) {
    case 'name':
      return nameRanges(find.name);
    case 'phone':
      return phoneRanges(find.phone);
    case 'email':
      return emailRanges(find.email);
  }
}

/** Who is kept, then who is not kept and has a booking: each person once. The indexes of records and of bookings answer. */
export const findCustomers: Query<Input<'customers.find'>, Output<'customers.find'>> = async (context, { anyOf, kept }) => {
  const ranges = anyOf.flatMap(rangesOf);
  const rows = await keptIn(context, ranges);
  const customers: FoundCustomer[] = rows.slice(0, CUSTOMERS_FOUND_MAX).map(keptCustomer);
  if (kept) return accept({ customers, more: rows.length > CUSTOMERS_FOUND_MAX });
  const people = await bookedIn(context, ranges, rows);
  const all = [...customers, ...people.found];
  return accept({ customers: all.slice(0, CUSTOMERS_FOUND_MAX), more: people.more || all.length > CUSTOMERS_FOUND_MAX });
};

const keptCustomer = (row: CustomerRow): FoundCustomer => ({
  who: { by: 'record', customerId: row.id },
  name: listedName(row),
  ...{ birthDate: row.birth_date, phone: row.phone, email: row.email, record: recordOf(row) },
});

async function keptIn({ db }: QueryContext, ranges: readonly KeyRange[]): Promise<CustomerRow[]> {
  const ids = new Set<number>();
  for (const range of ranges) for (const id of await customersByKey(db, range, CUSTOMERS_FOUND_MAX + 1)) ids.add(id);
  const rows: CustomerRow[] = [];
  for (const id of ids) {
    const row = await customerById(db, id);
    if (row) rows.push(row);
  }
  return rows.sort((a, b) => b.id - a.id);
}

/** Whether a passenger has a name that was looked for. Of a contact all passengers are meant. */
function isMeant(passenger: PassengerRow, ranges: readonly KeyRange[]): boolean {
  const keys = nameKeys({ surname: passenger.host_surname, given: passenger.host_given }, passenger);
  return ranges.some(({ kind, start, whole }) => kind !== 'name' || keys.some((key) => (whole ? key === start : key.startsWith(start))));
}

/** Passengers of the newest bookings, each once: the same name with the same contact is one person. */
async function bookedIn(context: QueryContext, ranges: readonly KeyRange[], kept: readonly Person[]) {
  const { db } = context;
  const ids = new Map<number, KeyRange[]>();
  let more = false;
  for (const range of ranges) {
    const some = await bookingsByKey(db, range, BOOKINGS_READ_MAX);
    if (!some.all) more = true;
    for (const id of some.ids) ids.set(id, [...(ids.get(id) ?? []), range]);
  }
  const people: Person[] = [...kept];
  const found: FoundCustomer[] = [];
  const newest = [...ids].sort(([a], [b]) => b - a);
  for (const [bookingId, of] of newest.slice(0, BOOKINGS_READ_MAX)) {
    const row = await bookingById(db, bookingId);
    const contact = { phone: row?.phone ?? '', email: row?.email ?? '' };
    // Without a contact nobody can tell which bookings are of the same person.
    if (contact.phone === '' && contact.email === '') continue;
    for (const [place, passenger] of (await passengersOfBooking(db, bookingId)).entries()) {
      if (!isMeant(passenger, of)) continue;
      const person = { ...passenger, ...contact };
      if (people.some((each) => isNamed(passenger, each) && sharesContact(each, person))) continue;
      people.push(person);
      found.push({
        who: { by: 'booking', bookingId, place },
        name: listedName(passenger),
        ...{ birthDate: passenger.birth_date, ...contact, record: null },
      });
      if (found.length > CUSTOMERS_FOUND_MAX) return { found, more: true };
    }
    await context.pause?.();
  }
  return { found, more: more || newest.length > BOOKINGS_READ_MAX };
}
