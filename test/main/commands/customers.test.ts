import { readFileSync, statSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/instants.ts';
import type { BookingFind } from '../../../shared/methods/bookings.ts';
import type { CustomerRecord, CustomerWho } from '../../../shared/methods/customers.ts';
import { backupStore } from '../backup/backup-store.ts';
import { ANA, type Confirm, codeOf, MERCY, openTestHub, sale, value } from '../support/test-hub.ts';

const CONTACT = { phone: '+1 212 555 0148', email: 'Elena@example.com', askedBy: 'Elena Petrov' };
const elena = (more: Partial<Confirm['passengers'][number]> = {}): Confirm['passengers'][number] => ({
  ...{ type: 'ADT', surname: 'Petrov', given: 'Elena', title: 'MS', birthDate: '1980-05-17', with: null },
  ...more,
});
const RECORD: CustomerRecord = {
  ...{ surname: 'Petrov', given: 'Elena', title: 'MS', birthDate: '1980-05-17', phone: '+1 212 555 0148', email: 'elena@example.com' },
  document: { type: 'PASSPORT', number: 'QZ7788123', country: 'USA', expires: '2031-01-31' },
};

async function counter(file?: string) {
  const store = await openTestHub(file ? { file } : {});
  const ask = () => ({ requestId: store.requestId() });
  let seats = 0;
  return {
    ...store,
    /** Sells one seat on a flight that leaves after so many hours. Returns the number of the booking. */
    async sell(passenger = elena(), more: Partial<Confirm> = {}, hours = 48): Promise<number> {
      const flight = await store.addFlight({ departs_at: store.clock.now() + hours * HOUR_MS, fixed: true });
      const held = value(await store.hold(flight.id, [`${20 + (seats++ % 8)}A`]));
      const sold = { ...sale(held), passengers: [passenger], contact: CONTACT, approved: [], ...more };
      value(await store.hub.change('payments.confirm', sold, ANA, store.requestId()));
      return held.bookingId;
    },
    keep: (record: CustomerRecord = RECORD, bookingId?: number) =>
      store.hub.execute('customers.keep', { ...ask(), record, ...(bookingId === undefined ? {} : { bookingId }) }, ANA),
    change: (customerId: number, version: number, record: CustomerRecord) =>
      store.hub.execute('customers.change', { ...ask(), customerId, version, record }, ANA),
    erase: (customerId: number) => store.hub.execute('customers.erase', { ...ask(), customerId }, MERCY),
    find: async (...anyOf: Extract<BookingFind, { by: 'name' | 'phone' | 'email' }>[]) =>
      value(await store.hub.ask('customers.find', { anyOf, kept: false }, ANA)).customers,
    person: (who: CustomerWho) => store.hub.ask('customers.get', { who }, ANA),
    bookings: async (who: CustomerWho) =>
      value(await store.hub.ask('customers.get', { who }, ANA)).bookings.map(({ bookingId }) => bookingId),
    booking: async (bookingId: number) => value(await store.hub.ask('bookings.get', { bookingId }, ANA)).booking,
  };
}

const record = (customerId: number): CustomerWho => ({ by: 'record', customerId });
const passenger = (bookingId: number, place = 0): CustomerWho => ({ by: 'booking', bookingId, place });

describe('who has flown with us', () => {
  test('is found by name, phone and e-mail, once, with all bookings, past and to come', async () => {
    const store = await counter();
    const past = await store.sell(elena(), {}, 2);
    store.clock.advance(10 * HOUR_MS);
    const coming = await store.sell(elena(), { contact: { ...CONTACT, phone: '(212) 555-0148', email: '' } });
    await store.sell(elena({ surname: 'Petrova' }), { contact: { ...CONTACT, phone: '+1 646 555 0199', email: '' } });
    for (const find of [
      { by: 'name', name: 'PETROV/E' },
      { by: 'phone', phone: '212 555 0148' },
      { by: 'phone', phone: '0148' },
    ] as const) {
      const [found, ...others] = await store.find(find);
      expect(found).toMatchObject({ name: 'PETROV/ELENA MS', birthDate: '1980-05-17', record: null });
      expect(others, JSON.stringify(find)).toEqual([]);
      expect(await store.bookings(found?.who as CustomerWho)).toEqual(find.by === 'name' || find.by === 'phone' ? [coming, past] : []);
    }
    expect(await store.find({ by: 'email', email: 'elena@' })).toMatchObject([{ who: passenger(past) }]);
    expect(await store.find({ by: 'name', name: 'NOBODY' })).toEqual([]);
  });

  test('father and son of one name and phone are two people where their birth dates say so', async () => {
    const store = await counter();
    const father = await store.sell(elena({ given: 'Ivan', birthDate: '1950-01-01' }));
    const son = await store.sell(elena({ given: 'Ivan', birthDate: '1990-01-01' }));
    expect(await store.find({ by: 'name', name: 'PETROV/IVAN' })).toHaveLength(2);
    expect(await store.bookings(passenger(father))).toEqual([father]);
    expect(await store.bookings(passenger(son))).toEqual([son]);
  });

  test('a stranger of the same name without the contact is another customer', async () => {
    const store = await counter();
    const ours = await store.sell();
    await store.sell(elena({ birthDate: null }), { contact: { phone: '+44 20 7946 0000', email: '', askedBy: 'E' } });
    expect(await store.bookings(passenger(ours))).toEqual([ours]);
    expect(await store.find({ by: 'name', name: 'PETROV' })).toHaveLength(2);
  });
});

describe('a record', () => {
  test('is kept only on request, from a booking, and is then the customer', async () => {
    const store = await counter();
    const bookingId = await store.sell();
    const known = value(await store.person(passenger(bookingId)));
    expect(known.kept).toBeNull();
    const { customerId } = value(await store.keep({ ...known.record, document: RECORD.document }, bookingId));
    expect(await store.find({ by: 'name', name: 'PETROV' })).toMatchObject([
      { who: record(customerId), record: { document: RECORD.document } },
    ]);
    expect(value(await store.person(record(customerId)))).toMatchObject({
      name: 'PETROV/ELENA MS',
      kept: { user: 'ruiz', desk: 'T1-04', version: 1 },
      bookings: [{ bookingId }],
    });
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('the sale keeps a passenger and notes what was sold with the record, in the transaction of the sale', async () => {
    const store = await counter();
    const first = await store.sell(elena(), { customers: [{ place: 0, customerId: null }] });
    const [found] = await store.find({ by: 'phone', phone: '5550148' });
    expect(found?.who).toEqual(record(1));
    // The record is found with it although neither phone nor e-mail is that of the record.
    const other = { phone: '+1 999 555 0000', email: '', askedBy: 'Work' };
    const second = await store.sell(elena(), { contact: other, customers: [{ place: 0, customerId: 1 }] });
    expect(await store.bookings(record(1))).toEqual([second, first]);
    // The same person is not kept twice.
    await store.sell(elena(), { customers: [{ place: 0, customerId: null }] });
    expect(await store.find({ by: 'name', name: 'PETROV' })).toHaveLength(2);
    expect(await store.bookings(record(1))).toHaveLength(3);
  });

  test('no record stops a sale: one that was erased, or a place where nobody is', async () => {
    const store = await counter();
    value(await store.keep());
    value(await store.erase(1));
    const sold = await store.sell(elena(), {
      customers: [
        { place: 0, customerId: 1 },
        { place: 0, customerId: 99 },
        { place: 7, customerId: null },
      ],
    });
    expect((await store.booking(sold)).state).toBe('CONFIRMED');
    expect(await store.db.query('SELECT * FROM customer_bookings').all()).toEqual([]);
  });

  test.each<[string, string, (store: Awaited<ReturnType<typeof counter>>) => Promise<unknown>]>([
    ['twice by the birth date', 'CUSTOMER_KNOWN', (store) => store.keep({ ...RECORD, phone: '', email: '' })],
    ['twice by the contact', 'CUSTOMER_KNOWN', (store) => store.keep({ ...RECORD, birthDate: null })],
    ['of somebody else of that name', 'ok', (store) => store.keep({ ...RECORD, birthDate: '1999-01-01' })],
    ['without a surname', 'NAME_INVALID', (store) => store.keep({ ...RECORD, surname: '' })],
    ['with no phone number', 'CONTACT_INVALID', (store) => store.keep({ ...RECORD, phone: 'none' })],
    ['with no address', 'CONTACT_INVALID', (store) => store.keep({ ...RECORD, email: 'none' })],
    ['of an unknown booking', 'BOOKING_UNKNOWN', (store) => store.keep({ ...RECORD, birthDate: '1999-01-01' }, 77)],
    ['changed as it is', 'ok', (store) => store.change(1, 1, { ...RECORD, surname: 'Petrova' })],
    ['changed after another change', 'CUSTOMER_CHANGED', (store) => store.change(1, 2, RECORD)],
    ['changed that is unknown', 'CUSTOMER_UNKNOWN', (store) => store.change(5, 1, RECORD)],
    ['erased that is unknown', 'CUSTOMER_UNKNOWN', (store) => store.erase(5)],
    ['erased twice', 'CUSTOMER_ERASED', (store) => store.erase(1).then(() => store.erase(1))],
    ['read after it was erased', 'CUSTOMER_ERASED', (store) => store.erase(1).then(() => store.person(record(1)))],
  ])('%s: %s', async (_, code, act) => {
    const store = await counter();
    value(await store.keep());
    expect(codeOf((await act(store)) as never)).toBe(code);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('a record that was changed is found by what it says now, and by nothing else', async () => {
    const store = await counter();
    value(await store.keep());
    value(await store.change(1, 1, { ...RECORD, surname: 'Ruiz', phone: '+44 20 7946 0000' }));
    expect(await store.find({ by: 'name', name: 'PETROV' })).toEqual([]);
    expect(await store.find({ by: 'phone', phone: '5550148' })).toEqual([]);
    expect(await store.find({ by: 'name', name: 'RUIZ/ELENA' })).toHaveLength(1);
  });
});

describe('a record that is erased', () => {
  test('is gone and not found; its bookings stay; those that ended 30 days ago lose contact and birth date, later ones keep them', async () => {
    const store = await counter();
    const old = await store.sell(elena(), {}, 2);
    const alsoOld = await store.sell(elena(), { contact: { ...CONTACT, phone: '+1 999 555 0000' } }, 2);
    store.clock.advance(31 * DAY_MS);
    const coming = await store.sell();
    value(await store.keep());
    expect(value(await store.erase(1))).toEqual({ customerId: 1, blanked: 2, staying: 1 });

    expect((await store.booking(old)).contact).toMatchObject({ phone: '', email: '' });
    expect((await store.booking(alsoOld)).contact, 'who travels alone gave the whole contact').toMatchObject({ phone: '', email: '' });
    expect((await store.booking(old)).passengers).toMatchObject([{ name: 'PETROV/ELENA MS', birthDate: null }]);
    expect((await store.booking(old)).total).toBe(100_00);
    expect((await store.booking(coming)).contact).toMatchObject({ phone: CONTACT.phone });
    const found = await store.find({ by: 'name', name: 'PETROV' });
    expect(found).toMatchObject([{ who: passenger(coming), record: null }]);
    const { bookings } = value(await store.hub.ask('bookings.find', { anyOf: [{ by: 'phone', phone: '5550148' }] }, ANA));
    expect(bookings.map(({ bookingId }) => bookingId)).toEqual([coming]);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('the contact that another passenger gave stays', async () => {
    const store = await counter();
    const flight = await store.addFlight({ departs_at: store.clock.now() + 2 * HOUR_MS, fixed: true });
    const held = value(await store.hold(flight.id, ['20A', '20B']));
    const passengers = [elena(), elena({ given: 'Boris', birthDate: '1975-02-03' })];
    const contact = { phone: '+1 999 555 0000', email: CONTACT.email, askedBy: 'Boris' };
    value(await store.hub.change('payments.confirm', { ...sale(held), passengers, contact, approved: [] }, ANA, store.requestId()));
    store.clock.advance(40 * DAY_MS);
    value(await store.keep());
    expect(value(await store.erase(1)).blanked).toBe(1);
    const booking = await store.booking(held.bookingId);
    expect(booking.contact).toMatchObject({ phone: '+1 999 555 0000', email: '' });
    expect(booking.passengers.map(({ birthDate }) => birthDate)).toEqual([null, '1975-02-03']);
  });

  test('the number of an erased record is never given again, and an agent does not erase', async () => {
    const store = await counter();
    value(await store.keep());
    expect(codeOf(await store.hub.ask('customers.get', { who: record(1) }, ANA))).toBe('ok');
    value(await store.erase(1));
    expect(value(await store.keep())).toEqual({ customerId: 2 });
    const { customerMethods } = await import('../../../shared/methods/customers.ts');
    expect(customerMethods['customers.erase'].access).toBe('supervisor');
  });

  test('neither journal nor replies ever had passenger data of it', async () => {
    const store = await counter();
    value(await store.keep());
    value(await store.change(1, 1, { ...RECORD, given: 'Jelena' }));
    value(await store.erase(1));
    const told = await store.db
      .query<{ type: string; data: string }>("SELECT type, data FROM journal WHERE type LIKE 'customer.%' ORDER BY event")
      .all();
    expect(told).toEqual([
      { type: 'customer.kept', data: '{"customerId":1}' },
      { type: 'customer.changed', data: '{"customerId":1,"version":2}' },
      { type: 'customer.erased', data: '{"customerId":1,"blanked":[]}' },
    ]);
    for (const { reply } of await store.db.query<{ reply: string }>('SELECT reply FROM replies').all())
      expect(reply).not.toMatch(/petrov|elena|QZ7788/i);
  });
});

describe('the file of the store', () => {
  const files = backupStore();
  afterEach(() => files.remove());

  test('an erased record could be read out of the file', async () => {
    const store = await counter(files.store);
    value(await store.keep());
    value(await store.erase(1));
    await store.hub.close();
    expect(statSync(files.store).size).toBeGreaterThan(0);
    const bytes = readFileSync(files.store).toString('latin1');
    for (const text of ['QZ7788123', 'elena@example.com', '1980-05-17', 'PETROV']) expect(bytes.includes(text), text).toBe(false);
  });
});
