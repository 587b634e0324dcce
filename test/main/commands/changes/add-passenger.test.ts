import { describe, expect, test } from 'vitest';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import type { FlightRow } from '../../../../main/store/tables/flights-table.ts';
import { promotionUses } from '../../../../main/store/tables/promotions-table.ts';
import { HOUR_MS, MINUTE_MS } from '../../../../shared/instants.ts';
import type { BookingView } from '../../../../shared/methods/booking-view.ts';
import type { PassengerName } from '../../../../shared/methods/bookings.ts';
import type { BookingChange, ChangeOffer } from '../../../../shared/methods/changes.ts';
import { publishPolicy } from '../../support/publish-policy.ts';
import { ANA, adult, codeOf, JONAS, MERCY, openTestHub, sale, value } from '../../support/test-hub.ts';

const named = (given: string, more: Partial<PassengerName> = {}): PassengerName => ({
  ...{ type: 'ADT', surname: 'Orlov', given, title: 'MR', birthDate: null, with: null },
  ...more,
});

/** Two adults on a return, JFK to LAX and back, sold in cash. */
async function withReturn({ seats = ['20A', '20B'], fixed = true, passengers = [adult, adult] } = {}) {
  const store = await openTestHub();
  const now = store.clock.now();
  const at = (hours: number) => ({ departs_at: now + hours * HOUR_MS, arrives_at: now + (hours + 6) * HOUR_MS });
  const out = await store.addFlight({ ...at(48), fixed });
  const home = await store.addFlight({ origin: 'LAX', destination: 'JFK', ...at(200), fixed });
  const legs = (names: readonly string[]) => [
    { flightId: out.id, cabin: 'Y' as const, seats: [...names] },
    { flightId: home.id, cabin: 'Y' as const, seats: [...names], back: true as const },
  ];
  const place = (names: readonly string[], party = names.map(() => adult), actor = ANA) =>
    store.hold(0, [], { legs: legs(names), passengers: party }, actor);
  const held = value(await place(seats, passengers));
  const booking = value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId())) as BookingView;
  const { bookingId } = booking;
  const quote = (change: BookingChange, actor = ANA) =>
    store.hub.execute('bookings.changeQuote', { requestId: store.requestId(), bookingId, change }, actor);
  const take = async (offer: ChangeOffer): Promise<BookingView> => {
    const due = Math.max(0, offer.total);
    const tenders = due > 0 ? [{ kind: 'cash' as const, amount: due, given: due }] : [];
    const input = { bookingId, offerId: offer.offerId, tenders, approved: [] };
    return value(await store.hub.change('changes.take', input, ANA, store.requestId())) as BookingView;
  };
  const add = async (hold: BookingView, names: PassengerName[]) => {
    const offer = value(await quote({ kind: 'add', hold: hold.bookingId, passengers: names }));
    return { offer, after: await take(offer) };
  };
  return { ...store, out, home, legs, place, booking, bookingId, quote, take, add, sound: () => crossCheck(store.db) };
}

const seatsOn = (booking: BookingView) => booking.legs.map(({ seats }) => seats);
const sold = async (store: { counters: (id: number) => unknown }, { id }: FlightRow) => store.counters(id);

describe('a passenger who is added to a sold booking', () => {
  test('sits on all of its flights, pays the price of the hold first, and everything is written in one step', async () => {
    const store = await withReturn();
    const hold = value(await store.place(['21A']));
    const { offer, after } = await store.add(hold, [named('Ivan')]);
    expect(offer).toMatchObject({ total: 200_00, rule: '', to: [], heldUntil: hold.expiresAt, seated: [1, 2, 3] });
    expect(offer.lines).toMatchObject([
      { label: `${hold.legs[0]?.flight}, added`, amount: 100_00 },
      { label: `${hold.legs[1]?.flight}, added`, amount: 100_00 },
    ]);
    expect(after).toMatchObject({ total: 600_00, fees: 0, version: store.booking.version + 1 });
    expect(seatsOn(after)).toEqual([
      ['20A', '20B', '21A'],
      ['20A', '20B', '21A'],
    ]);
    expect(after.passengers.map(({ name }) => name)).toEqual(['PETROV/ELENA A MS', 'PETROV/ELENA B MS', 'ORLOV/IVAN MR']);
    expect(after.party.map(({ passenger }) => passenger)).toEqual([1, 2, 3]);
    for (const flight of [store.out, store.home]) expect(await sold(store, flight)).toMatchObject([{ held: 0, sold: 3 }]);
    const merged = value(await store.hub.ask('bookings.get', { bookingId: hold.bookingId }, ANA));
    expect(merged.booking.state).toBe('MERGED');
    expect(await store.sound()).toBeUndefined();
  });

  test('is found by name, and the passengers are told that the booking is changed', async () => {
    const store = await withReturn();
    await store.add(value(await store.place(['21A'])), [named('Ivan')]);
    const found = value(await store.hub.ask('bookings.find', { anyOf: [{ by: 'name', name: 'ORLOV/I' }] }, ANA));
    expect(found.bookings.map(({ bookingId }) => bookingId)).toEqual([store.bookingId]);
    expect((await store.db.query<{ type: string }>('SELECT type FROM journal ORDER BY event DESC LIMIT 1').get())?.type).toBe(
      'booking.changed',
    );
  });

  test('pays the price of now, and those who were there before keep theirs, also when seats change later', async () => {
    const store = await withReturn({ fixed: false });
    // The flight out has filled since the sale, so it costs more by now.
    await store.db.change('UPDATE cabin_counters SET sold = 120 WHERE flight_id = ?').run(store.out.id);
    const hold = value(await store.place(['21A']));
    const [now = 0, home = 0] = hold.legs.map(({ fare }) => fare);
    expect(now).toBeGreaterThan(100_00);
    const offer = value(await store.quote({ kind: 'add', hold: hold.bookingId, passengers: [named('Ivan')] }));
    expect(offer.total).toBe(now + home);
    const after = await store.take(offer);
    expect(after.legs[0]).toMatchObject({ fare: 100_00, others: [{ at: 2, fare: now }] });
    const moved = value(await store.quote({ kind: 'seats', segment: 1, seats: [{ passenger: 3, seat: '22A' }], exitRowConfirmed: false }));
    expect(moved.total).toBe(0);
    const leaving = value(await store.quote({ kind: 'leave', passengers: [3] }));
    expect(leaving.total).toBe(-(now + home));
  });

  test('uses no promotion, also when the booking was sold with one', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    const rules = [
      { rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: 100 } },
      { rule: 'promotion', code: 'WELCOME', change: -20, from: '2026-11-20', to: '2026-11-22', stock: 3 },
      { rule: 'rounding', to: 1, less: 0 },
    ] as const;
    await publishPolicy(store.hub, store.requestId(), { kind: 'network' }, rules, MERCY);
    const held = value(await store.hold(flight.id, ['20A', '20B'], { promotion: 'WELCOME' }));
    const { bookingId } = value(
      await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId()),
    ) as BookingView;
    const quote = async (more: { promotion?: string }) => {
      const hold = value(await store.hold(flight.id, [more.promotion ? '21B' : '21A'], more)).bookingId;
      const change: BookingChange = { kind: 'add', hold, passengers: [named('Ivan')] };
      return store.hub.execute('bookings.changeQuote', { requestId: store.requestId(), bookingId, change }, ANA);
    };
    expect(codeOf(await quote({ promotion: 'WELCOME' }))).toBe('CHANGE_REFUSED');
    const offer = value(await quote({}));
    expect(offer.total).toBe(100_00);
    const take = { bookingId, offerId: offer.offerId, tenders: [{ kind: 'cash' as const, amount: 100_00, given: 100_00 }], approved: [] };
    const after = value(await store.hub.change('changes.take', take, ANA, store.requestId())) as BookingView;
    expect(after.total).toBe(260_00);
    // Two of the first sale, and one of the hold that was refused.
    expect(await promotionUses(store.db, 'WELCOME')).toBe(3);
    expect(await crossCheck(store.db)).toBeUndefined();
    // When the first two do not travel, the one who was added has no fare with the code.
    const leave: BookingChange = { kind: 'leave', passengers: [1, 2] };
    const left = value(await store.hub.execute('bookings.changeQuote', { requestId: store.requestId(), bookingId, change: leave }, ANA));
    value(await store.hub.change('changes.take', { bookingId, offerId: left.offerId, tenders: [], approved: [] }, ANA, store.requestId()));
    expect(await promotionUses(store.db, 'WELCOME')).toBe(1);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('brings an infant on the lap, whose name stands behind all who sit', async () => {
    const store = await withReturn();
    const hold = value(await store.place(['21A'], [{ ...adult, infant: true }]));
    const born = new Date(store.clock.now() - 200 * 24 * HOUR_MS).toISOString().slice(0, 10);
    const { after } = await store.add(hold, [named('Ivan'), named('Mia', { type: 'INF', birthDate: born, with: 0, title: '' })]);
    expect(after.passengers.map(({ name, with: carrier }) => [name, carrier])).toMatchObject([
      ['PETROV/ELENA A MS', null],
      ['PETROV/ELENA B MS', null],
      ['ORLOV/IVAN MR', null],
      ['ORLOV/MIA', 2],
    ]);
    expect(await store.sound()).toBeUndefined();
  });

  test('may be a child who is held alone, because an adult travels already', async () => {
    const store = await withReturn();
    const hold = value(await store.place(['21A'], [{ ...adult, type: 'CHD' }]));
    const born = new Date(store.clock.now() - 6 * 366 * 24 * HOUR_MS).toISOString().slice(0, 10);
    const { after } = await store.add(hold, [named('Mia', { type: 'CHD', birthDate: born, title: '' })]);
    expect(after.passengers.at(-1)).toMatchObject({ name: 'ORLOV/MIA', type: 'CHD' });
    expect(after.passengers.some(({ unaccompanied }) => unaccompanied)).toBe(false);
    expect(await store.sound()).toBeUndefined();
  });

  test('may have no seat yet, like a party that is held without choosing', async () => {
    const store = await withReturn();
    const legs = store.legs([]).map((leg) => ({ ...leg, seats: 'open' as const }));
    const hold = value(await store.hold(0, [], { legs, passengers: [adult] }));
    const { after } = await store.add(hold, [named('Ivan')]);
    expect(seatsOn(after)).toEqual([
      ['20A', '20B', 'open'],
      ['20A', '20B', 'open'],
    ]);
    expect(await store.sound()).toBeUndefined();
  });

  test('gets a seat of their own that goes with them in a split', async () => {
    const store = await withReturn();
    const { after } = await store.add(value(await store.place(['21A'])), [named('Ivan')]);
    const split = value(
      await store.hub.execute(
        'bookings.split',
        {
          ...{ requestId: store.requestId(), bookingId: store.bookingId, version: after.version, passengers: [3] },
          contact: { phone: '+1 212 555 0100', email: '', askedBy: 'Ivan' },
        },
        ANA,
      ),
    );
    expect(split).toMatchObject({ total: 200_00, passengers: [{ name: 'ORLOV/IVAN MR' }] });
    expect(seatsOn(split)).toEqual([['21A'], ['21A']]);
    expect(await store.sound()).toBeUndefined();
  });

  test('is taken back whole within a minute: seats, name and money', async () => {
    const store = await withReturn();
    const { after } = await store.add(value(await store.place(['21A'])), [named('Ivan')]);
    const { bookingId } = store;
    const undone = value(
      await store.hub.execute('bookings.undo', { requestId: store.requestId(), bookingId, version: after.version }, ANA),
    );
    expect(undone).toMatchObject({ total: 400_00, fees: 0, refunded: 200_00 });
    expect(undone.passengers).toHaveLength(2);
    for (const { id } of [store.out, store.home]) expect(await store.claims(id)).toEqual(['20A', '20B']);
    expect(await store.sound()).toBeUndefined();
  });
});

describe('adding a passenger is refused', () => {
  type Store = Awaited<ReturnType<typeof withReturn>>;
  test.each<[string, string, (store: Store) => Promise<{ hold: number; names?: PassengerName[] }>]>([
    [
      'when ten would travel',
      'GROUP',
      async (store) => {
        const seats = ['21A', '21B', '21C', '21D', '21E', '21F', '22A', '22B'];
        const hold = value(await store.place(seats)).bookingId;
        return { hold, names: seats.map((_, at) => named('ABCDEFGH'[at] ?? '')) };
      },
    ],
    [
      'when the seats are held on one of the flights alone',
      'CHANGE_REFUSED',
      async (store) => ({
        hold: value(await store.hold(store.out.id, ['21A'])).bookingId,
      }),
    ],
    [
      'when the hold is of another desk',
      'HOLD_OF_OTHER_DESK',
      async (store) => ({
        hold: value(await store.place(['21A'], [adult], JONAS)).bookingId,
      }),
    ],
    [
      'when the hold has ended',
      'HOLD_EXPIRED',
      async (store) => {
        const hold = value(await store.place(['21A'])).bookingId;
        store.clock.advance(6 * MINUTE_MS);
        return { hold };
      },
    ],
    [
      'when a name is missing',
      'PASSENGERS_MISMATCH',
      async (store) => ({
        hold: value(await store.place(['21A', '21B'])).bookingId,
      }),
    ],
    [
      'when a child has no birth date',
      'NAME_INVALID',
      async (store) => ({
        hold: value(await store.place(['21A'], [{ ...adult, type: 'CHD' }])).bookingId,
        names: [named('Mia', { type: 'CHD' })],
      }),
    ],
    [
      'when a child is an adult by the birth date',
      'AGE_MISMATCH',
      async (store) => ({
        hold: value(await store.place(['21A'], [{ ...adult, type: 'CHD' }])).bookingId,
        names: [named('Mia', { type: 'CHD', birthDate: '1990-01-01' })],
      }),
    ],
  ])('%s: %s', async (_, code, prepare) => {
    const store = await withReturn();
    const { hold, names = [named('Ivan')] } = await prepare(store);
    expect(codeOf(await store.quote({ kind: 'add', hold, passengers: names }))).toBe(code);
    expect(seatsOn(store.booking)).toEqual(
      seatsOn(value(await store.hub.ask('bookings.get', { bookingId: store.bookingId }, ANA)).booking),
    );
    expect(await store.sound()).toBeUndefined();
  });

  test('once the way out has left, with its name and what can be sold instead', async () => {
    const store = await withReturn();
    store.clock.advance(49 * HOUR_MS);
    const hold = value(await store.hold(store.home.id, ['21A']));
    const [out, home] = store.booking.legs.map(({ flight }) => flight);
    expect(await store.quote({ kind: 'add', hold: hold.bookingId, passengers: [named('Ivan')] })).toMatchObject({
      refusal: {
        code: 'CHANGE_REFUSED',
        details: {
          problem: `${out} has left, and all of its passengers are on each of its flights`,
          advice: `Sell a booking of its own on ${home}`,
        },
      },
    });
  });

  test('and nothing is taken when the hold ends before the difference is paid', async () => {
    const store = await withReturn();
    const hold = value(await store.place(['21A']));
    const offer = value(await store.quote({ kind: 'add', hold: hold.bookingId, passengers: [named('Ivan')] }));
    store.clock.advance(6 * MINUTE_MS);
    const tenders = [{ kind: 'cash' as const, amount: offer.total, given: offer.total }];
    const input = { bookingId: store.bookingId, offerId: offer.offerId, tenders, approved: [] };
    expect(codeOf(await store.hub.change('changes.take', input, ANA, store.requestId()))).toBe('HOLD_EXPIRED');
    expect(await store.claims(store.out.id)).toEqual(['20A', '20B']);
    expect(await store.sound()).toBeUndefined();
  });
});
