import { describe, expect, test } from 'vitest';
import { nameRanges } from '../../../main/store/find-keys.ts';
import { findKeysOf } from '../../../main/store/tables/find-keys-table.ts';
import { dateOfDay, HOUR_MS } from '../../../shared/instants.ts';
import type { BookingFind } from '../../../shared/methods/bookings.ts';
import { ANA, openTestHub, sale, value } from '../support/test-hub.ts';

/** A flight of 178 seats with so many bookings of one seat each, sold to Petrov. */
async function withBookings(count: number, sold: boolean) {
  const store = await openTestHub();
  const flight = await store.addFlight();
  const seats = (store.reference.seatPlan('a320')?.seats ?? []).filter(({ sellable, exit }) => sellable && !exit).map(({ seat }) => seat);
  for (const seat of seats.slice(0, count)) {
    const held = value(await store.hold(flight.id, [seat]));
    if (sold) value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId()));
  }
  return {
    byFlight: { by: 'flight', carrier: flight.carrier, number: flight.number, date: dateOfDay(flight.service_day) },
    async find(find: BookingFind) {
      const { bookings, more } = value(await store.hub.ask('bookings.find', { anyOf: [find] }, ANA));
      return { ids: bookings.map(({ bookingId }) => bookingId), more };
    },
  } as const;
}

describe('bookings that are found', () => {
  test.each([
    [0, 0, 0],
    [1, 1, 0],
    [99, 99, 0],
    [100, 100, 0],
    [101, 100, 1],
    [130, 100, 30],
  ])('%i of a flight or a name: the newest %i are shown, and %i more are told', async (count, shown, more) => {
    const newestFirst = Array.from({ length: shown }, (_, place) => count - place);
    const holds = await withBookings(count, false);
    expect(await holds.find(holds.byFlight)).toEqual({ ids: newestFirst, more });
    expect(await holds.find({ by: 'name', name: 'PETROV' }), 'a hold has no name yet').toEqual({ ids: [], more: 0 });
    const sales = await withBookings(count, true);
    expect(await sales.find(sales.byFlight)).toEqual({ ids: newestFirst, more });
    expect(await sales.find({ by: 'name', name: 'Petrov/El' })).toEqual({ ids: newestFirst, more });
    expect(await sales.find({ by: 'name', name: 'pet' })).toEqual({ ids: newestFirst, more });
    expect(await sales.find({ by: 'name', name: 'Petrova' })).toEqual({ ids: [], more: 0 });
  });
});

interface Sold {
  readonly surname: string;
  readonly given: string;
  readonly phone?: string;
  readonly email?: string;
}

/** A store with one booking each for these people, in this order. */
async function withPeople(people: readonly Sold[]) {
  const store = await openTestHub();
  const flight = await store.addFlight();
  for (const [at, { surname, given, phone = '', email = '' }] of people.entries()) {
    const held = value(await store.hold(flight.id, [`${20 + at}A`]));
    const passengers = [{ type: 'ADT', surname, given, title: 'MR', birthDate: null, with: null }] as const;
    const contact = { phone: phone || (email ? '' : '+44 20 7946 0000'), email, askedBy: given };
    const sold = { ...sale(held), passengers: [...passengers], contact, approved: [] };
    value(await store.hub.change('payments.confirm', sold, ANA, store.requestId()));
  }
  const find = async (...anyOf: BookingFind[]) => value(await store.hub.ask('bookings.find', { anyOf }, ANA));
  return { store, flight, find, ids: async (...anyOf: BookingFind[]) => (await find(...anyOf)).bookings.map(({ bookingId }) => bookingId) };
}

const PEOPLE: readonly Sold[] = [
  { surname: 'De la Cruz', given: 'María José' },
  { surname: 'Sze-To', given: 'Mei Lin' },
  { surname: 'Müller', given: 'Jürgen' },
  { surname: 'Mueller', given: 'Ann' },
  { surname: 'Wilson', given: 'John', phone: '+1 (212) 555-0148', email: 'John.Wilson@Example.com' },
  { surname: 'Ødegård', given: 'Åse' },
  { surname: 'Núñez', given: 'Ana' },
  { surname: 'Smith', given: 'John Paul' },
  { surname: 'Weiß', given: 'Eva', phone: '030 9018200' },
];
const [CRUZ, SZETO, MULLER, MUELLER, WILSON, ODEGARD, NUNEZ, SMITH, WEISS] = PEOPLE.map((_, at) => at + 1);

describe('a name is found as it is printed, typed or spelt in the passport zone', () => {
  test.each<[string, (number | undefined)[]]>([
    ['DELACRUZ', [CRUZ]],
    ['de la cruz', [CRUZ]],
    ['DE LA CRUZ/MARIA JOSE MRS', [CRUZ]],
    ['DELACRUZ/MARIAJOSEMRS', [CRUZ]], // as a boarding pass has it
    ['P<ESPDE<LA<CRUZ<<MARIA<JOSE<<<<<<<<', [CRUZ]],
    ['María José De la Cruz', [CRUZ]],
    ['SZE TO', [SZETO]],
    ['SZETO/M', [SZETO]],
    ['Sze-To, Mei Lin', [SZETO]],
    ['MUELLER', [MUELLER, MULLER]],
    ['Müller', [MUELLER, MULLER]],
    ['MULLER/J', [MULLER]],
    ['MUXXLLER', [MUELLER, MULLER]],
    ['WILSON', [WILSON]],
    ['JOHN WILSON', [WILSON]],
    ['MR JOHN WILSON', [WILSON]],
    ['OEDEGAARD', [ODEGARD]],
    ['ODEGARD/ASE', [ODEGARD]],
    ['NUNXXEZ', [NUNEZ]],
    ['nuñez', [NUNEZ]],
    ['SMITH JOHN', [SMITH]],
    ['SMITH/JOHN MR', [SMITH]],
    ['WEISS', [WEISS]],
    ['Cruz', []], // not the beginning of the surname
    ['SMIT/J', []], // before the stroke stands the whole surname
    ['SMITH/P', []],
  ])('%s', async (name, ids) => {
    const { ids: find } = await withPeople(PEOPLE);
    expect(await find({ by: 'name', name })).toEqual(ids);
  });

  test('a surname of one letter is found as typed and as doubled, and a name in another script as in the passport', async () => {
    const { store } = await withPeople([]);
    const rows = [
      ['OO', 'CEDRIC', 'O', 'Cedric'],
      ['IVANOV', 'PETR', 'Иванов', 'Пётр'],
    ].map(([host_surname = '', host_given = '', surname = '', given = '']) => ({ host_surname, host_given, surname, given }));
    expect(rows.map((row) => findKeysOf({ passengers: [row], phone: null, email: null }).map(({ key }) => key))).toEqual([
      ['OO/CEDRIC'],
      ['IVANOV/PETR', 'ИВАНОВ/ПЕТР'],
    ]);
    expect(nameRanges('O/CEDRIC').map(({ start }) => start)).toEqual(['O/CEDRIC', 'OO/CEDRIC']);
    expect(nameRanges('Иванов/Пётр').map(({ start }) => start)).toEqual(['ИВАНОВ/ПЕТР']);
    await store.hub.close();
  });
});

describe('phone, e-mail and locator', () => {
  test.each<[string, BookingFind, (number | undefined)[]]>([
    ['a number as it was given', { by: 'phone', phone: '+1 (212) 555-0148' }, [WILSON]],
    ['the same with other signs', { by: 'phone', phone: '001.212.555.0148' }, [WILSON]],
    ['without the code of the country', { by: 'phone', phone: '212 555 0148' }, [WILSON]],
    ['its last digits', { by: 'phone', phone: '550148' }, [WILSON]],
    ['its first digits', { by: 'phone', phone: '121255' }, []],
    ['typed with the code of the country, given without', { by: 'phone', phone: '+49 30 9018200' }, [WEISS]],
    ['an address in other capitals', { by: 'email', email: 'john.WILSON@example.com' }, [WILSON]],
    ['the beginning of an address', { by: 'email', email: 'john.w' }, [WILSON]],
    ['another address', { by: 'email', email: 'john@example.com' }, []],
  ])('%s', async (_what, find, ids) => {
    const { ids: ask } = await withPeople(PEOPLE);
    expect(await ask(find)).toEqual(ids);
  });

  test('all readings are looked for together, the booking with the locator first, each once', async () => {
    const { ids, store } = await withPeople(PEOPLE);
    const locator = store.locators.of(CRUZ ?? 0);
    expect(await ids({ by: 'name', name: 'MULLER' }, { by: 'locator', locator }, { by: 'name', name: 'Mueller' })).toEqual([
      CRUZ,
      MUELLER,
      MULLER,
    ]);
  });

  test('a misread locator is told and never opened by itself; one of nobody finds nothing', async () => {
    const { find, store } = await withPeople(PEOPLE);
    const locators = PEOPLE.map((_, at) => store.locators.of(at + 1));
    const read = locators.find((each) => /[QDLT]/.test(each)) ?? '';
    const typed = read.replace(/[QD]/, 'O').replace(/[LT]/, 'I');
    expect(await find({ by: 'locator', locator: typed })).toMatchObject({ bookings: [], misread: [read] });
    expect(await find({ by: 'locator', locator: 'ZZZZZZ' })).toEqual({ bookings: [], more: 0, counted: true, misread: [] });
  });
});

test('a flight without a date: the bookings of its next departure', async () => {
  const store = await openTestHub();
  const number = 777;
  const tomorrow = await store.addFlight({ number, departs_at: store.clock.now() + 24 * HOUR_MS });
  const later = await store.addFlight({ number, departs_at: store.clock.now() + 72 * HOUR_MS });
  const held = value(await store.hold(tomorrow.id, ['20A'])).bookingId;
  const next = async () => {
    const { bookings } = value(await store.hub.ask('bookings.find', { anyOf: [{ by: 'flight', carrier: 'B6', number, date: null }] }, ANA));
    const { flights } = value(await store.hub.ask('flights.find', { carrier: 'B6', number, date: null }, ANA));
    return { bookings: bookings.map(({ bookingId }) => bookingId), flights: flights.map(({ flightId }) => flightId) };
  };
  expect(await next()).toEqual({ bookings: [held], flights: [tomorrow.id] });
  store.clock.advance(25 * HOUR_MS);
  expect(await next()).toEqual({ bookings: [], flights: [later.id] });
  store.clock.advance(72 * HOUR_MS);
  expect(await next()).toEqual({ bookings: [], flights: [] });
});

test('a flight number without a date passes over a flight that was cancelled', async () => {
  const store = await openTestHub();
  const departs_at = store.clock.now() + 24 * HOUR_MS;
  await store.addFlight({ number: 778, departs_at, cancelled: 1 });
  const later = await store.addFlight({ number: 778, departs_at: departs_at + 24 * HOUR_MS });
  const { flights } = value(await store.hub.ask('flights.find', { carrier: 'B6', number: 778, date: null }, ANA));
  expect(flights.map(({ flightId }) => flightId)).toEqual([later.id]);
});
