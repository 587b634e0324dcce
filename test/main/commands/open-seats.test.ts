import { describe, expect, test } from 'vitest';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import type { Input } from '../../../shared/contract.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { ANA, adult, codeOf, JONAS, openTestHub, sale, type TestHub, value } from '../support/test-hub.ts';

type Unnamed = Exclude<Input<'holds.place'>['legs'][number]['seats'], string[]>;
const PARTY = [adult, adult];

const holdUnnamed = (store: TestHub, flightId: number, seats: Unnamed, more: Partial<Input<'holds.place'>> = {}, actor = ANA) =>
  store.hold(flightId, [], { legs: [{ flightId, cabin: 'Y', seats }], passengers: PARTY, ...more }, actor);

const confirm = async (store: TestHub, held: BookingView) =>
  value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId())) as BookingView;

async function change(store: TestHub, { bookingId }: BookingView, seats: readonly (readonly [number, string])[]) {
  const asked = {
    kind: 'seats',
    segment: 1,
    seats: seats.map(([passenger, seat]) => ({ passenger, seat })),
    exitRowConfirmed: false,
  } as const;
  const offer = await store.hub.execute('bookings.changeQuote', { requestId: store.requestId(), bookingId, change: asked }, ANA);
  if (!offer.ok) return offer;
  const taken = { bookingId, offerId: offer.value.offerId, tenders: [], approved: [] };
  return store.hub.change('changes.take', taken, ANA, store.requestId());
}

describe('a party held without choosing seats', () => {
  test('gets the best seats, which the query for them would have given', async () => {
    const store = await openTestHub();
    const { id } = await store.addFlight();
    await store.hold(id, ['1A', '1B']);
    const asked = { flightId: id, cabin: 'Y', party: PARTY, wish: 'together' } as const;
    const { choices } = value(await store.hub.ask('flights.bestSeats', asked, ANA));
    const held = value(await holdUnnamed(store, id, 'best'));
    expect(held.legs[0]?.seats).toEqual(choices[0]?.seats);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('family of three: the child beside an adult, all side by side, and no exit row', async () => {
    const store = await openTestHub();
    const { id } = await store.addFlight();
    const passengers = [adult, { ...adult, type: 'CHD' as const }, adult];
    const seats = value(await holdUnnamed(store, id, 'best', { passengers })).legs[0]?.seats ?? [];
    const plan = store.reference.seatPlan('a320');
    const sat = seats.map((seat) => plan?.byName.get(seat));
    expect(new Set(sat.map((seat) => seat?.rowIndex)).size).toBe(1);
    expect(sat.map((seat) => seat?.exit)).toEqual([false, false, false]);
    const [first, child, last] = sat.map((seat) => (seat?.block ?? 0) * 100 + (seat?.place ?? 0));
    expect([Math.abs((child ?? 0) - (first ?? 0)), Math.abs((child ?? 0) - (last ?? 0))]).toContain(1);
  });

  test('is told to pick them where only exit rows are left, and that the cabin is full where too few are', async () => {
    const store = await openTestHub();
    const { id } = await store.addFlight({ seat_map: 'crj-200', equipment: 'CR2' });
    const all = store.reference.seatPlan('crj-200')?.seats.filter(({ sellable }) => sellable) ?? [];
    const plain = all.filter(({ exit }) => !exit).map(({ seat }) => seat);
    const exits = all.length - plain.length;
    while (plain.length > 0) value(await store.hold(id, plain.splice(0, 9)));
    const party = (count: number) => ({ passengers: Array.from({ length: count }, () => adult) });
    const refused = await holdUnnamed(store, id, 'best', party(exits));
    expect(refused).toMatchObject({ refusal: { code: 'SEATS_TO_PICK', details: { free: exits, cabin: 'Y', flightId: id } } });
    expect(codeOf(await holdUnnamed(store, id, 'best', party(exits + 1)))).toBe('CABIN_FULL');
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('without a seat is counted, and is in nobody’s way', async () => {
    const store = await openTestHub();
    const { id } = await store.addFlight();
    const held = value(await holdUnnamed(store, id, 'open'));
    expect(held.legs[0]?.seats).toEqual(['open', 'open']);
    expect(held.total).toBe(2 * (held.legs[0]?.fare ?? 0));
    expect(await store.counters(id)).toMatchObject([{ held: 2, sold: 0 }]);
    const { taken } = value(await store.hub.ask('flights.seatMap', { flightId: id }, ANA));
    expect(taken).toEqual([]);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test.each(['release', 'expiry'])('gives its places back with its %s', async (end) => {
    const store = await openTestHub();
    const { id } = await store.addFlight();
    const held = value(await holdUnnamed(store, id, 'open'));
    if (end === 'release')
      value(await store.hub.execute('holds.release', { requestId: store.requestId(), bookingId: held.bookingId }, ANA));
    else store.clock.advance(6 * MINUTE_MS);
    await store.hold(id, ['20A'], {}, JONAS);
    expect(await store.counters(id)).toMatchObject([{ held: 1, sold: 0 }]);
    expect(await store.claims(id)).toEqual(['20A']);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('is sold without a seat, gets seats by a change, and stands on the passenger list before and after', async () => {
    const store = await openTestHub();
    const { id } = await store.addFlight();
    const sold = await confirm(store, value(await holdUnnamed(store, id, 'open')));
    const listed = async () =>
      value(await store.hub.ask('flights.passengerList', { flightId: id }, ANA)).cabins.flatMap(({ passengers }) =>
        passengers.map(({ seat }) => seat),
      );
    expect(await listed()).toEqual(['open', 'open']);
    expect(value(await change(store, sold, [[2, '20B']])) as BookingView).toMatchObject({ legs: [{ seats: ['open', '20B'] }] });
    expect(await store.claims(id)).toEqual(['*Y1.1.1', '20B']);
    expect(await crossCheck(store.db)).toBeUndefined();
    expect(value(await change(store, sold, [[1, '20A']])) as BookingView).toMatchObject({ legs: [{ seats: ['20A', '20B'] }] });
    expect(await listed()).toEqual(['20A', '20B']);
    expect(await store.counters(id)).toMatchObject([{ held: 0, sold: 2 }]);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('may be split, and each part keeps its places', async () => {
    const store = await openTestHub();
    const { id } = await store.addFlight();
    const sold = await confirm(store, value(await holdUnnamed(store, id, 'open')));
    const { bookingId, version } = sold;
    const contact = { phone: '+1 212 555 0199', email: '', askedBy: 'Elena Petrov' };
    value(await store.hub.execute('bookings.split', { requestId: store.requestId(), bookingId, version, passengers: [2], contact }, ANA));
    expect(await store.claims(id)).toEqual(['*Y1.1.1', '*Y2.1.2']);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('takes the place of other flights of a booking', async () => {
    const store = await openTestHub();
    const [one, other] = [await store.addFlight(), await store.addFlight()];
    const sold = await confirm(store, value(await store.hold(one.id, ['20A', '20B'])));
    const held = value(await holdUnnamed(store, other.id, 'open'));
    const asked = { kind: 'flights' as const, hold: held.bookingId, replaces: [1] };
    const { bookingId } = sold;
    const offer = value(await store.hub.execute('bookings.changeQuote', { requestId: store.requestId(), bookingId, change: asked }, ANA));
    const tenders = offer.total > 0 ? [{ kind: 'cash' as const, amount: offer.total, given: offer.total }] : [];
    value(await store.hub.change('changes.take', { bookingId, offerId: offer.offerId, tenders, approved: [] }, ANA, store.requestId()));
    expect(await store.claims(other.id)).toEqual(['*Y1.2.1', '*Y1.2.2']);
    expect(await store.claims(one.id)).toEqual([]);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('that lapsed is revived without seats', async () => {
    const store = await openTestHub();
    const { id } = await store.addFlight();
    const { bookingId } = value(await holdUnnamed(store, id, 'open'));
    store.clock.advance(6 * MINUTE_MS);
    await store.hold(id, ['20A'], {}, JONAS);
    const again = value(await store.hub.execute('holds.revive', { requestId: store.requestId(), bookingId }, ANA));
    expect(again.legs[0]?.seats).toEqual(['open', 'open']);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test.each([
    ['best', 'CABIN_FULL'],
    ['open', 'CABIN_FULL'],
    ['over', 'CABIN_FULL'],
  ] as const)('is refused in a full cabin: %s, %s', async (seats, code) => {
    const store = await openTestHub();
    const { id } = await store.addFlight({ seat_map: 'crj-200', equipment: 'CR2' });
    const all = store.reference.seatPlan('crj-200')?.seats.filter(({ sellable }) => sellable) ?? [];
    for (let at = 0; at < all.length - 1; at += 9)
      value(
        await store.hold(
          id,
          all.slice(at, Math.min(at + 9, all.length - 1)).map(({ seat }) => seat),
          { exitRowConfirmed: true },
        ),
      );
    const refused = await holdUnnamed(store, id, seats);
    expect(codeOf(refused)).toBe(code);
    expect(refused).toMatchObject({ refusal: { details: { free: 1 } } });
    expect(await crossCheck(store.db)).toBeUndefined();
  });
});

describe('the length of a hold', () => {
  test.each([
    [undefined, 5],
    [1, 1],
    [30, 30],
  ])('given as %s minutes is %i minutes', async (minutes, lasts) => {
    const store = await openTestHub();
    const { id } = await store.addFlight();
    const held = value(await store.hold(id, ['20A'], minutes === undefined ? {} : { minutes }));
    expect(held.holdMs).toBe(lasts * MINUTE_MS);
    expect(held.expiresAt).toBe(store.clock.now() + lasts * MINUTE_MS);
  });
});

test('a booking without seats is offered the best ones in a cabin that is full by its own party', async () => {
  const store = await openTestHub();
  const { id } = await store.addFlight({ seat_map: 'crj-200', equipment: 'CR2' });
  const sold = await confirm(store, value(await holdUnnamed(store, id, 'open')));
  const seats = store.reference.seatPlan('crj-200')?.seats.filter(({ sellable }) => sellable) ?? [];
  const others = seats.toSorted((a, b) => Number(b.exit) - Number(a.exit)).slice(0, seats.length - 2);
  for (const { seat } of others) value(await store.hold(id, [seat], { exitRowConfirmed: true }));
  const asked = { flightId: id, cabin: 'Y', party: PARTY, wish: 'together' } as const;
  expect(value(await store.hub.ask('flights.bestSeats', asked, ANA)).choices).toEqual([]);
  const { choices } = value(await store.hub.ask('flights.bestSeats', { ...asked, bookingId: sold.bookingId }, ANA));
  expect(choices[0]?.seats).toHaveLength(2);
  expect(
    codeOf(
      await change(
        store,
        sold,
        (choices[0]?.seats ?? []).map((seat, at) => [at + 1, seat] as const),
      ),
    ),
  ).toBe('ok');
  expect(await crossCheck(store.db)).toBeUndefined();
});
