import type { ReadDatabase } from '../store/database.ts';
import { emailKey, isSamePhone, nameKeys, samePhoneRanges } from '../store/find-keys.ts';
import { linkedBookings } from '../store/tables/customers-table.ts';
import { bookingsByKey, hasKey } from '../store/tables/find-keys-table.ts';
import { passengersOfBooking } from '../store/tables/sale-record.ts';
import type { PassengerRow } from '../store/tables/sale-rows.ts';

/** Who somebody is to a store that knows bookings alone. */
export interface Person {
  readonly host_surname: string;
  readonly host_given: string;
  readonly surname: string;
  readonly given: string;
  readonly birth_date: string | null;
  readonly phone: string;
  readonly email: string;
}

/** The key of the name as lists have it. */
export const nameKeyOf = (person: Pick<Person, 'host_surname' | 'host_given' | 'surname' | 'given'>): string =>
  nameKeys({ surname: person.host_surname, given: person.host_given }, person)[0] ?? '';

/** Whether two contacts share a phone number or an address. */
export const sharesContact = (one: Pick<Person, 'phone' | 'email'>, other: Pick<Person, 'phone' | 'email'>): boolean =>
  isSamePhone(one.phone, other.phone) || (emailKey(one.email) !== '' && emailKey(one.email) === emailKey(other.email));

type Named = Pick<PassengerRow, 'host_surname' | 'host_given' | 'surname' | 'given' | 'birth_date'>;

/** Whether a passenger has the name of the person and no other birth date: father and son may share name and phone. */
export const isNamed = (passenger: Named, person: Person): boolean =>
  nameKeyOf(passenger) === nameKeyOf(person) &&
  (passenger.birth_date === null || person.birth_date === null || passenger.birth_date === person.birth_date);

/** Bookings of one contact that are read at most. An agency's phone number may stand on more. */
const OF_CONTACT_MAX = 1_000;

/**
 * Numbers of the bookings of a person, newest first: those that the record was sold with, and those where a passenger of the name has the phone number
 * or the address. The index of what bookings are found by answers.
 */
export async function bookingsOfPerson(db: ReadDatabase, person: Person, customerId?: number): Promise<number[]> {
  const ids = new Set<number>();
  const keys = [
    ...samePhoneRanges(person.phone),
    ...(emailKey(person.email) === '' ? [] : [{ kind: 'email', start: emailKey(person.email), whole: true } as const]),
  ];
  const name = { kind: 'name', key: nameKeyOf(person) } as const;
  for (const key of keys) for (const id of (await bookingsByKey(db, key, OF_CONTACT_MAX)).ids) if (await hasKey(db, id, name)) ids.add(id);
  if (customerId !== undefined) for (const id of await linkedBookings(db, customerId, OF_CONTACT_MAX)) ids.add(id);
  const found: number[] = [];
  for (const id of [...ids].sort((a, b) => b - a))
    if ((await passengersOfBooking(db, id)).some((passenger) => isNamed(passenger, person))) found.push(id);
  return found;
}
