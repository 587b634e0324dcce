import { describe, expect, test } from 'vitest';
import type { TakeChange } from '../../../../main/commands/changes/take-change.ts';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { HOUR_MS, MINUTE_MS } from '../../../../shared/instants.ts';
import type { BookingView } from '../../../../shared/methods/booking-view.ts';
import type { BookingChange, ChangeOffer } from '../../../../shared/methods/changes.ts';
import { ANA, adult, type Confirm, codeOf, JONAS, MERCY, openTestHub, sale, value } from '../../support/test-hub.ts';

/** Three adults on seats 15A to 15C of a flight that leaves in two days, sold in cash unless told. */
async function withParty({ hours = 48, tenders }: { hours?: number; tenders?: (total: number) => Confirm['tenders'] } = {}) {
  const store = await openTestHub();
  const flight = await store.addFlight({ departs_at: store.clock.now() + hours * HOUR_MS, fixed: true });
  await store.addVouchers();
  const held = value(await store.hold(flight.id, ['15A', '15B', '15C']));
  const sold = { ...sale(held, tenders ? { tenders: tenders(held.total) } : {}), approved: [] };
  const booking = value(await store.hub.change('payments.confirm', sold, ANA, store.requestId())) as BookingView;
  const { bookingId } = booking;
  const quote = (change: BookingChange, actor = ANA) =>
    store.hub.execute('bookings.changeQuote', { requestId: store.requestId(), bookingId, change }, actor);
  const take = (offerId: number, pay: TakeChange['tenders'] = [], actor = ANA) =>
    store.hub.change('changes.take', { bookingId, offerId, tenders: pay, approved: [] }, actor, store.requestId());
  return {
    ...store,
    flight,
    booking,
    quote,
    take,
    /** Quotes and takes a change, paid in cash. */
    async change(change: BookingChange, actor = ANA): Promise<{ offer: ChangeOffer; after: BookingView }> {
      const offer = value(await quote(change, actor));
      const due = Math.max(0, offer.total);
      const after = value(await take(offer.offerId, due > 0 ? [{ kind: 'cash', amount: due, given: due }] : [], actor)) as BookingView;
      return { offer, after };
    },
    stored: async () => (await store.hub.ask('bookings.get', { bookingId }, ANA)) as { ok: true; value: { booking: BookingView } },
    /** What the store says of itself; nothing may be wrong. */
    sound: () => crossCheck(store.db),
  };
}

const sum = (lines: ChangeOffer['lines']): number => lines.reduce((total, { amount }) => total + amount, 0);
const paid = ({ tenders }: BookingView): number => tenders.reduce((total, { amount }) => total + amount, 0);

describe('other seats of the same cabin', () => {
  test('cost nothing where all seats cost the same; the old ones go back to sale in the same step', async () => {
    const store = await withParty();
    const { offer, after } = await store.change({
      kind: 'seats',
      segment: 1,
      seats: [{ passenger: 2, seat: '20B' }],
      exitRowConfirmed: false,
    });
    expect(offer).toMatchObject({
      total: 0,
      touches: [
        { kind: 'seats-back', seats: ['15B'] },
        { kind: 'rows', rows: 2 },
      ],
    });
    expect(after.legs[0]?.seats).toEqual(['15A', '20B', '15C']);
    expect(await store.claims(store.flight.id)).toEqual(['15A', '15C', '20B']);
    expect(await store.counters(store.flight.id)).toMatchObject([{ held: 0, sold: 3 }]);
    expect(after.version).toBe(store.booking.version + 1);
    expect(await store.sound()).toBeUndefined();
  });

  test('two passengers swap, and nothing goes back to sale', async () => {
    const store = await withParty();
    const seats = [
      { passenger: 1, seat: '15C' },
      { passenger: 3, seat: '15A' },
    ];
    const { after } = await store.change({ kind: 'seats', segment: 1, seats, exitRowConfirmed: false });
    expect(after.legs[0]?.seats).toEqual(['15C', '15B', '15A']);
    const claims = await store.db.query('SELECT seat, passenger FROM claims ORDER BY seat').all();
    expect(claims).toEqual([
      { seat: '15A', passenger: 3 },
      { seat: '15B', passenger: 2 },
      { seat: '15C', passenger: 1 },
    ]);
    expect(await store.sound()).toBeUndefined();
  });

  test.each([
    ['another booking has it', '16A', 'SEAT_SOLD'],
    ['another desk holds it', '17A', 'SEAT_HELD'],
    ['there is none', '99Z', 'SEAT_UNKNOWN'],
    ['it is one of the party that stays', '15C', 'SEAT_TWICE'],
  ] as const)('are refused when %s', async (_, seat, code) => {
    const store = await withParty();
    const other = value(await store.hold(store.flight.id, ['16A'], {}, JONAS));
    value(await store.hub.change('payments.confirm', { ...sale(other), approved: [] }, JONAS, store.requestId()));
    value(await store.hold(store.flight.id, ['17A'], {}, JONAS));
    const asked = await store.quote({ kind: 'seats', segment: 1, seats: [{ passenger: 1, seat }], exitRowConfirmed: false });
    expect(codeOf(asked)).toBe(code);
  });

  test('a seat that is sold between quote and change is refused, and the booking stays as it was', async () => {
    const store = await withParty();
    const offer = value(await store.quote({ kind: 'seats', segment: 1, seats: [{ passenger: 1, seat: '20A' }], exitRowConfirmed: false }));
    const other = value(await store.hold(store.flight.id, ['20A'], {}, JONAS));
    value(await store.hub.change('payments.confirm', { ...sale(other), approved: [] }, JONAS, store.requestId()));
    expect(codeOf(await store.take(offer.offerId))).toBe('SEAT_SOLD');
    expect((await store.stored()).value.booking.legs[0]?.seats).toEqual(['15A', '15B', '15C']);
    expect(await store.sound()).toBeUndefined();
  });
});

describe('another flight', () => {
  const elsewhere = async (store: Awaited<ReturnType<typeof withParty>>, fare: number) => {
    const later = await store.addFlight({ departs_at: store.clock.now() + 60 * HOUR_MS, base_fare: fare });
    const hold = value(await store.hold(later.id, ['21A', '21B', '21C']));
    return { later, hold };
  };

  test('a dearer one costs the difference, paid before the seats change; the hold becomes part of the booking', async () => {
    const store = await withParty();
    const { later, hold } = await elsewhere(store, 130_00);
    const { offer, after } = await store.change({ kind: 'flights', hold: hold.bookingId, replaces: [1] });
    expect(offer).toMatchObject({ total: 90_00, heldUntil: hold.expiresAt });
    expect(sum(offer.lines)).toBe(offer.total);
    expect(after).toMatchObject({
      total: 390_00,
      fees: 0,
      refunded: 0,
      legs: [{ segment: 2, flightId: later.id, seats: ['21A', '21B', '21C'] }],
    });
    expect(paid(after)).toBe(390_00);
    expect(await store.claims(store.flight.id)).toEqual([]);
    expect(await store.counters(later.id)).toMatchObject([{ held: 0, sold: 3 }]);
    expect(value(await store.hub.ask('bookings.get', { bookingId: hold.bookingId }, ANA)).booking.state).toBe('MERGED');
    expect(await store.sound()).toBeUndefined();
  });

  test('a cheaper one gives the difference back as the refund rule says, and keeps the rest', async () => {
    const store = await withParty({ hours: 12 });
    const { hold } = await elsewhere(store, 60_00);
    const { offer, after } = await store.change({ kind: 'flights', hold: hold.bookingId, replaces: [1] });
    // 120.00 less, half of it back 6 to 24 h before.
    expect(offer).toMatchObject({ total: -60_00, rule: '6 to 24 h before departure', to: [{ kind: 'cash', amount: 60_00 }] });
    expect(after).toMatchObject({ total: 180_00, fees: 60_00, refunded: 60_00 });
    expect(paid(after) - after.refunded).toBe(after.total + after.fees);
    expect(await store.sound()).toBeUndefined();
  });

  test('what the hold no longer keeps cannot be had: the change is refused and the booking stays', async () => {
    const store = await withParty();
    const { hold } = await elsewhere(store, 130_00);
    const offer = value(await store.quote({ kind: 'flights', hold: hold.bookingId, replaces: [1] }));
    store.clock.advance(5 * MINUTE_MS);
    expect(codeOf(await store.take(offer.offerId, [{ kind: 'cash', amount: 90_00, given: 90_00 }]))).toBe('HOLD_EXPIRED');
    expect(await store.claims(store.flight.id)).toEqual(['15A', '15B', '15C']);
    expect(await store.sound()).toBeUndefined();
  });

  test.each([
    ['too little is paid', [{ kind: 'cash', amount: 80_00, given: 80_00 }], 'TENDERS_MISMATCH'],
    ['nothing is paid', [], 'TENDERS_MISMATCH'],
    ['the voucher is not known', [{ kind: 'voucher', amount: 60_00, voucher: 'VZZZZZ' }], 'VOUCHER_UNKNOWN'],
  ] as const)('is refused when %s', async (_, tenders, code) => {
    const store = await withParty();
    const { hold } = await elsewhere(store, 120_00);
    const offer = value(await store.quote({ kind: 'flights', hold: hold.bookingId, replaces: [1] }));
    expect(codeOf(await store.take(offer.offerId, [...tenders]))).toBe(code);
    expect(await store.sound()).toBeUndefined();
  });

  test('seats that are held for fewer passengers are refused', async () => {
    const store = await withParty();
    const later = await store.addFlight({ departs_at: store.clock.now() + 60 * HOUR_MS });
    const hold = value(await store.hold(later.id, ['21A']));
    expect(await store.quote({ kind: 'flights', hold: hold.bookingId, replaces: [1] })).toMatchObject({
      refusal: { code: 'CHANGE_REFUSED', details: { problem: 'the seats are held for other passengers' } },
    });
  });

  test('is added beside the first, where it connects', async () => {
    const store = await withParty();
    const next = await store.addFlight({
      ...{ origin: 'LAX', destination: 'SFO', base_fare: 50_00 },
      ...{ departs_at: store.clock.now() + 60 * HOUR_MS, arrives_at: store.clock.now() + 62 * HOUR_MS },
    });
    const hold = value(await store.hold(next.id, ['10A', '10B', '10C']));
    const { after } = await store.change({ kind: 'flights', hold: hold.bookingId, replaces: [] });
    expect(after.legs.map(({ segment, flightId }) => [segment, flightId])).toEqual([
      [1, store.flight.id],
      [2, next.id],
    ]);
    expect(after.total).toBe(450_00);
    expect(await store.sound()).toBeUndefined();
  });
});

describe('another cabin of the same flight', () => {
  const cabins = async (store: Awaited<ReturnType<typeof withParty>>) =>
    store.addFlight({ seat_map: 'a321', equipment: '321', departs_at: store.clock.now() + 60 * HOUR_MS, fixed: true });

  test('a lower one is a downgrade: an agent is refused, a supervisor needs a reason', async () => {
    const store = await withParty();
    const flight = await cabins(store);
    const plan = store.reference.seatPlan('a321');
    const business = plan?.seats.filter(({ cabin, sellable }) => cabin === 'J' && sellable).slice(0, 1) ?? [];
    const seats = business.map(({ seat }) => seat);
    if (seats.length === 0) throw new Error('an A321 has a business cabin');
    const legs = [{ flightId: flight.id, cabin: 'J' as const, seats }];
    const held = value(await store.hold(flight.id, seats, { legs, passengers: seats.map(() => adult) }));
    const sold = value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId())) as BookingView;
    const lower = value(await store.hold(flight.id, ['20A']));
    const change = { kind: 'flights' as const, hold: lower.bookingId, replaces: [1] };
    const ask = (more: object, actor = ANA) =>
      store.hub.execute(
        'bookings.changeQuote',
        { requestId: store.requestId(), bookingId: sold.bookingId, change: { ...change, ...more } },
        actor,
      );
    expect(await ask({})).toMatchObject({
      refusal: { code: 'CHANGE_REFUSED', details: { problem: 'a lower cabin or price is a downgrade' } },
    });
    expect(codeOf(await ask({}, { ...MERCY, desk: ANA.desk }))).toBe('CHANGE_REFUSED');
    // One more flight beside it does not make it another thing.
    const next = await store.addFlight({
      ...{ origin: 'LAX', destination: 'SFO', departs_at: flight.arrives_at + 2 * HOUR_MS, arrives_at: flight.arrives_at + 3 * HOUR_MS },
      fixed: true,
    });
    const both = value(
      await store.hold(next.id, ['21A'], {
        legs: [
          { flightId: flight.id, cabin: 'Y', seats: ['21A'] },
          { flightId: next.id, cabin: 'Y', seats: ['21A'] },
        ],
      }),
    );
    expect(await ask({ hold: both.bookingId })).toMatchObject({
      refusal: { code: 'CHANGE_REFUSED', details: { problem: 'a lower cabin or price is a downgrade' } },
    });
    const offer = value(await ask({ reason: 'seat of 3A is broken' }, { ...MERCY, desk: ANA.desk }));
    expect(offer.total).toBeLessThan(0);
    const { history } = value(await store.hub.ask('bookings.get', { bookingId: sold.bookingId }, ANA));
    expect(history[0]?.text).toMatch(/^Change quoted, quote 1, economy cabin instead of business on .*; reason: seat of 3A is broken$/);
  });
});

describe('part of a booking is cancelled', () => {
  test.each([
    [48, 100_00, 0],
    [12, 50_00, 50_00],
    [2, 0, 100_00],
  ])('one passenger, %i h before departure: %i back, %i kept', async (hours, back, kept) => {
    const store = await withParty({ hours });
    const { offer, after } = await store.change({ kind: 'leave', passengers: [2] });
    expect(offer.total).toBe(-back || 0);
    expect(sum(offer.lines)).toBe(offer.total);
    expect(offer.lines[0]).toEqual({ label: 'Not flown', detail: '1 of 3 passengers', amount: -100_00 });
    expect(after).toMatchObject({ total: 200_00, fees: kept, refunded: back, party: [{ passenger: 1 }, { passenger: 3 }] });
    expect(after.legs[0]?.seats).toEqual(['15A', '15C']);
    expect(after.passengers.map(({ given }) => given)).toEqual(['Elena A', 'Elena C']);
    expect(await store.counters(store.flight.id)).toMatchObject([{ held: 0, sold: 2 }]);
    expect(await store.sound()).toBeUndefined();
  });

  test('and then the rest: what goes back is never more than was paid', async () => {
    const store = await withParty({ tenders: (total) => [{ kind: 'voucher', amount: total, voucher: 'VQ8H2K' }] });
    await store.change({ kind: 'leave', passengers: [1] });
    await store.change({ kind: 'leave', passengers: [2] });
    const { bookingId } = store.booking;
    const quote = value(await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId }, ANA));
    expect(quote.total).toBe(100_00);
    const gone = value(
      await store.hub.execute('bookings.cancel', { requestId: store.requestId(), bookingId, offerId: quote.offerId }, ANA),
    ) as BookingView;
    expect(gone).toMatchObject({ state: 'CANCELLED', refunded: 300_00, fees: 0, tenders: [{ amount: 300_00, refunded: 300_00 }] });
    expect(await store.sound()).toBeUndefined();
  });

  test.each([
    ['everybody', { kind: 'leave', passengers: [1, 2, 3] }, 'nobody would be left on it'],
    ['a stranger', { kind: 'leave', passengers: [4] }, 'no such passenger has a seat'],
    ['every flight', { kind: 'drop', segments: [1] }, 'no flight would be left on it'],
    ['a flight that it has not', { kind: 'drop', segments: [7] }, 'it has no such flight'],
  ] satisfies [string, BookingChange, string][])('%s: refused', async (_, change, problem) => {
    const store = await withParty();
    expect(await store.quote(change)).toMatchObject({ refusal: { code: 'CHANGE_REFUSED', details: { problem } } });
  });
});

describe('names', () => {
  const corrected = { kind: 'names' as const, names: [{ place: 0, surname: 'Petrova', given: 'Elena A', title: 'MRS' as const }] };
  const another = { kind: 'names' as const, names: [{ place: 0, surname: 'Okafor', given: 'Chima', title: 'MR' as const }] };

  test('a spelling is corrected for nothing, and the booking is found by the new name and no longer by the old', async () => {
    const store = await withParty();
    const { offer, after } = await store.change({
      ...corrected,
      names: [0, 1, 2].map((place) => ({ place, surname: 'Petrova', given: `Elena ${'ABC'[place]}`, title: 'MRS' as const })),
    });
    expect(offer).toMatchObject({ total: 0, lines: [] });
    expect(after.passengers[0]).toMatchObject({ name: 'PETROVA/ELENA A MRS', surname: 'Petrova' });
    const find = async (name: string) =>
      value(await store.hub.ask('bookings.find', { anyOf: [{ by: 'name', name }] }, ANA)).bookings.length;
    expect([await find('PETROVA/ELENA'), await find('PETROV/ELENA')]).toEqual([1, 0]);
    expect(await store.sound()).toBeUndefined();
  });

  test('another person needs a supervisor and a reason, and what stood before is kept', async () => {
    const store = await withParty();
    expect(codeOf(await store.quote(another))).toBe('ROLE_REQUIRED');
    expect(codeOf(await store.quote(another, MERCY))).toBe('CHANGE_REFUSED');
    await store.change({ ...another, reason: 'sold under the wrong name' }, MERCY);
    const kept = await store.db.query<{ passengers: string }>('SELECT passengers FROM booking_versions').get();
    expect(JSON.parse(kept?.passengers ?? '[]')).toMatchObject([{ surname: 'Petrov' }, {}, {}]);
    expect(await store.sound()).toBeUndefined();
  });
});

describe('a quote', () => {
  const swap = { kind: 'seats', segment: 1, seats: [{ passenger: 1, seat: '20A' }], exitRowConfirmed: false } as const;

  test('is replaced by a newer one, outdated by a change, and no cancellation', async () => {
    const store = await withParty();
    const [first, second] = [
      value(await store.quote({ ...swap, seats: [...swap.seats] })),
      value(await store.quote({ kind: 'leave', passengers: [1] })),
    ];
    expect(codeOf(await store.take(first.offerId))).toBe('OFFER_REPLACED');
    const { bookingId } = store.booking;
    const cancel = await store.hub.execute('bookings.cancel', { requestId: store.requestId(), bookingId, offerId: second.offerId }, ANA);
    expect(codeOf(cancel)).toBe('OFFER_OTHER');
    await store.change({ kind: 'leave', passengers: [3] });
    expect(codeOf(await store.take(second.offerId))).toBe('OFFER_REPLACED');
  });

  test('taken twice under one number changes once, and the reply of the sale is told as it was', async () => {
    const store = await withParty();
    const { offerId } = value(await store.quote({ kind: 'leave', passengers: [2] }));
    const { bookingId } = store.booking;
    const take = () => store.hub.change('changes.take', { bookingId, offerId, tenders: [], approved: [] }, ANA, 'one-request');
    const first = value(await take());
    expect(value(await take())).toEqual(first);
    expect((await store.stored()).value.booking.refunded).toBe(100_00);
  });
});

describe('a party is split', () => {
  const contact = { phone: '+1 347 555 0100', email: '', askedBy: 'Chima Okafor' };
  const split = async (store: Awaited<ReturnType<typeof withParty>>, passengers: number[], version = store.booking.version) =>
    store.hub.execute(
      'bookings.split',
      { requestId: store.requestId(), bookingId: store.booking.bookingId, version, passengers, contact },
      ANA,
    );

  test('who leaves gets a locator, keeps seat and fare, and takes the part of each tender along', async () => {
    const store = await withParty({
      tenders: () => [
        { kind: 'card', amount: 100_01, approvalCode: '071642', testCard: null },
        { kind: 'cash', amount: 99_99, given: 100_00 },
        { kind: 'voucher', amount: 100_00, voucher: 'VQ8H2K' },
      ],
    });
    const made = value(await split(store, [2])) as BookingView;
    const first = (await store.stored()).value.booking;
    expect(made).toMatchObject({ state: 'CONFIRMED', total: 100_00, legs: [{ seats: ['15B'] }], contact, sale: store.booking.sale });
    expect(first).toMatchObject({ total: 200_00, legs: [{ seats: ['15A', '15C'] }], contact: store.booking.contact });
    expect(made.tenders.map(({ amount }) => amount)).toEqual([33_34, 33_33, 33_33]);
    expect(first.tenders.map(({ amount }) => amount)).toEqual([66_67, 66_66, 66_67]);
    expect(first.tenders[1]).toMatchObject({ given: 66_67 });
    expect(await store.counters(store.flight.id)).toMatchObject([{ held: 0, sold: 3 }]);
    const find = async (by: object) =>
      value(await store.hub.ask('bookings.find', { anyOf: [by as never] }, ANA)).bookings.map(({ bookingId }) => bookingId);
    expect(await find({ by: 'name', name: 'PETROV/ELENA B' })).toEqual([made.bookingId]);
    expect(await find({ by: 'name', name: 'PETROV/ELENA' })).toEqual([made.bookingId, first.bookingId]);
    expect(await store.sound()).toBeUndefined();
    const { bookingId } = made;
    const quote = value(await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId }, ANA));
    value(await store.hub.execute('bookings.cancel', { requestId: store.requestId(), bookingId, offerId: quote.offerId }, ANA));
    expect(await store.claims(store.flight.id)).toEqual(['15A', '15C']);
    expect(await store.sound()).toBeUndefined();
  });

  test.each([
    ['everybody', [1, 2, 3], undefined, 'CHANGE_REFUSED'],
    ['a stranger', [9], undefined, 'CHANGE_REFUSED'],
    ['of a booking that has changed since', [1], 1, 'OFFER_OUTDATED'],
  ] as const)('%s: refused', async (_, passengers, version, code) => {
    const store = await withParty();
    expect(codeOf(await split(store, [...passengers], version))).toBe(code);
  });
});
