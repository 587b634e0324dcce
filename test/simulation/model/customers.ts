import type { Input } from '../../../shared/contract.ts';
import { DAY_MS } from '../../../shared/instants.ts';
import { known, refused } from './expected.ts';
import type { Commands, Model, ModelBooking } from './model.ts';

type CustomerRecord = Input<'customers.keep'>['record'];
type Wanted = NonNullable<Input<'bookings.confirm'>['customers']>;

/** What is kept of a passenger. One that was erased has empty texts. */
interface ModelCustomer {
  readonly id: number;
  readonly surname: string;
  readonly given: string;
  readonly phone: string;
  readonly email: string;
  readonly birthDate: string | null;
  readonly version: number;
  readonly erasedAt: number | null;
}
type Person = Pick<ModelCustomer, 'surname' | 'given' | 'phone' | 'email' | 'birthDate'>;

/** Records in the order of their numbers, from 1 on, and the bookings that were sold with each. */
export class ModelCustomers {
  readonly all: ModelCustomer[] = [];
  readonly sold = new Map<number, Set<number>>();

  link(customerId: number, bookingId: number): void {
    this.sold.set(customerId, (this.sold.get(customerId) ?? new Set()).add(bookingId));
  }
}

/** So long after its last flight a booking keeps the contact, for claims. */
const CONTACT_KEPT_MS = 30 * DAY_MS;

/** Spaces tell no names apart, nor do spellings of one letter by two. */
const spelt = ({ surname, given }: Pick<Person, 'surname' | 'given'>): string =>
  `${surname}/${given}`.toUpperCase().replaceAll(' ', '').replace(/A[AE]/g, 'A');

/** The same number, or one of them without the code of its country. */
function samePhone(one: string, other: string): boolean {
  const digits = [one, other].map((text) => text.replace(/\D/g, '')).sort((a, b) => a.length - b.length);
  const [shorter = '', longer = ''] = digits;
  return shorter !== '' && (shorter === longer || (shorter.length >= 7 && longer.endsWith(shorter)));
}
const sameEmail = (one: string, other: string): boolean => one !== '' && one.toLowerCase() === other.toLowerCase();
const sharesContact = (one: Pick<Person, 'phone' | 'email'>, other: Pick<Person, 'phone' | 'email'>): boolean =>
  samePhone(one.phone, other.phone) || sameEmail(one.email, other.email);

/** Somebody of the name and of no other birth date. */
const isNamed = (one: Omit<Person, 'phone' | 'email'>, other: Omit<Person, 'phone' | 'email'>): boolean =>
  spelt(one) === spelt(other) && (one.birthDate === null || other.birthDate === null || one.birthDate === other.birthDate);

function keptOf({ surname, given, phone, email, birthDate }: CustomerRecord): Person {
  if (!/[A-Z].*[A-Z]/i.test(surname)) throw refused('NAME_INVALID');
  if (phone !== '' && !/\d.*\d.*\d.*\d.*\d/.test(phone)) throw refused('CONTACT_INVALID');
  if (email !== '' && !email.includes('@')) throw refused('CONTACT_INVALID');
  return { surname, given, phone, email, birthDate };
}

/** The record of the same person, the newest one: by the birth date where both say it, else by the contact. */
const knownAs = (model: Model, person: Person): ModelCustomer | undefined =>
  model.customers.all.findLast((one) => {
    if (one.erasedAt !== null || spelt(one) !== spelt(person)) return false;
    return one.birthDate !== null && person.birthDate !== null ? one.birthDate === person.birthDate : sharesContact(one, person);
  });

function store(model: Model, person: Person): number {
  const id = model.customers.all.length + 1;
  model.customers.all.push({ id, ...person, version: 1, erasedAt: null });
  model.events.push(['customer.kept', null, { customerId: id }]);
  return id;
}

function standing(model: Model, customerId: number): ModelCustomer {
  const record = known(model.customers.all[customerId - 1], 'CUSTOMER_UNKNOWN');
  if (record.erasedAt !== null) throw refused('CUSTOMER_ERASED');
  return record;
}

/** Records that passengers of a sale asked for, and those by which its names were filled in. A paid sale is never refused for one. */
export function customersOfSale(model: Model, { bookingId, customers = [], contact, passengers }: Input<'bookings.confirm'>): void {
  for (const { place, customerId } of customers satisfies Wanted) {
    const passenger = passengers[place];
    if (!passenger) continue;
    if (customerId !== null) {
      if (model.customers.all[customerId - 1]?.erasedAt === null) model.customers.link(customerId, bookingId);
      continue;
    }
    const { surname, given, birthDate } = passenger;
    const person = { surname, given, birthDate, phone: contact.phone, email: contact.email };
    const before = knownAs(model, person);
    model.met.push(before ? 'knows a customer' : 'keeps a customer');
    model.customers.link(before?.id ?? store(model, person), bookingId);
  }
}

/** Sold bookings of a person, newest first: with this name and contact, or sold with the record. */
function bookingsOf(model: Model, person: ModelCustomer): ModelBooking[] {
  const linked = model.customers.sold.get(person.id) ?? new Set();
  const all = [...model.bookings.values()].reverse();
  return all.filter(({ bookingId }) => {
    const contact = model.contacts.get(bookingId);
    const named = (model.names.get(bookingId) ?? []).some((name) => isNamed(name, person));
    return named && (linked.has(bookingId) || (contact !== undefined && sharesContact(contact, person)));
  });
}

/** Names, flights and money stay. A contact that others gave too stays, unless it is that of the record. */
function blank(model: Model, { bookingId }: ModelBooking, person: ModelCustomer): void {
  const names = model.names.get(bookingId) ?? [];
  const { phone, email } = model.contacts.get(bookingId) ?? { phone: '', email: '' };
  const after = {
    phone: names.length === 1 || samePhone(phone, person.phone) ? '' : phone,
    email: names.length === 1 || sameEmail(email, person.email) ? '' : email,
  };
  model.contacts.set(bookingId, after);
  model.names.set(
    bookingId,
    names.map((name) => (isNamed(name, person) ? { ...name, birthDate: null } : name)),
  );
  for (const entry of after.phone === '' ? model.waits : []) if (entry.hold === bookingId) entry.phone = '';
  for (const [id, { expected }] of model.replies) {
    const told = expected.ok ? (expected.value as Partial<ModelBooking>) : {};
    if (told.statuses && told.bookingId === bookingId) model.replies.delete(id);
  }
}

export const CUSTOMERS: Commands = {
  'customers.keep'(model, { record, bookingId }: Input<'customers.keep'>) {
    if (bookingId !== undefined) model.booking(bookingId);
    const person = keptOf(record);
    const before = knownAs(model, person);
    if (before) throw refused('CUSTOMER_KNOWN', { customerId: before.id });
    const customerId = store(model, person);
    if (bookingId !== undefined) model.customers.link(customerId, bookingId);
    return { customerId };
  },
  'customers.change'(model, { customerId, version, record }: Input<'customers.change'>) {
    const person = keptOf(record);
    const before = standing(model, customerId);
    if (before.version !== version) throw refused('CUSTOMER_CHANGED');
    model.customers.all[customerId - 1] = { ...before, ...person, version: version + 1 };
    model.events.push(['customer.changed', null, { customerId, version: version + 1 }]);
    return { customerId };
  },
  'customers.erase'(model, { customerId }: Input<'customers.erase'>, { now }) {
    const record = standing(model, customerId);
    const all = bookingsOf(model, record);
    const isOver = ({ legs }: ModelBooking) => Math.max(...model.flown(legs).map(({ departs }) => departs)) + CONTACT_KEPT_MS <= now;
    const blanked = all.filter(isOver);
    for (const booking of blanked) blank(model, booking, record);
    const nothing = { surname: '', given: '', phone: '', email: '', birthDate: null };
    model.customers.all[customerId - 1] = { ...record, ...nothing, version: record.version + 1, erasedAt: now };
    model.customers.sold.delete(customerId);
    if (blanked.length > 0) model.met.push('blanked');
    if (all.length > blanked.length) model.met.push('stay for now');
    model.events.push(['customer.erased', null, { customerId, blanked: blanked.map(({ bookingId }) => bookingId) }]);
    return { customerId, blanked: blanked.length, staying: all.length - blanked.length };
  },
};
