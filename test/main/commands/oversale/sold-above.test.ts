import { expect, test } from 'vitest';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { forgetOversold } from '../../../../main/store/known-over.ts';
import type { Input } from '../../../../shared/contract.ts';
import { HOUR_MS, MINUTE_MS } from '../../../../shared/instants.ts';
import type { BookingView } from '../../../../shared/methods/booking-view.ts';
import { ANA, adult, codeOf, JONAS, MERCY, openTestHub, sale, type TestHub, value } from '../../support/test-hub.ts';

const CHILD = { type: 'CHD', infant: false, assistance: false } as const;

/** A flight of 50 seats that are all sold but the last `left`, of which `over` more may be sold. */
async function soldOut({ left = 0, over = 3 } = {}) {
  const store = await openTestHub();
  const { hub, requestId } = store;
  const flight = await store.addFlight({ seat_map: 'crj-200', equipment: 'CR2' });
  const plan = store.reference.seatPlan('crj-200')?.seats.filter(({ sellable }) => sellable) ?? [];
  const names = plan.toSorted((a, b) => Number(b.exit) - Number(a.exit)).map(({ seat }) => seat);
  const sold: BookingView[] = [];
  const sell = async (held: BookingView, more: Partial<ReturnType<typeof sale>> = {}) =>
    value(await hub.change('payments.confirm', { ...sale(held, more), approved: [] }, ANA, requestId())) as BookingView;
  const seats = names.slice(0, names.length - left);
  for (let at = 0; at < seats.length; at += 1)
    sold.push(await sell(value(await store.hold(flight.id, [seats[at] ?? ''], { exitRowConfirmed: true }))));
  const authorised = plan.length + over;
  const input = { flightId: flight.id, cabin: 'Y', authorised, seen: plan.length, reason: 'not all will show' } as const;
  value(await hub.execute('pricing.authorise', { requestId: requestId(), ...input }, MERCY));
  const holdOver = (passengers: Input<'holds.place'>['passengers'], seats: 'best' | 'open' | 'over' = 'over', actor = ANA) =>
    store.hold(flight.id, [], { legs: [{ flightId: flight.id, cabin: 'Y', seats }], passengers }, actor);
  const cancel = async ({ bookingId }: BookingView) => {
    const { offerId } = value(await hub.execute('bookings.cancelQuote', { requestId: requestId(), bookingId }, ANA));
    value(await hub.execute('bookings.cancel', { requestId: requestId(), bookingId, offerId }, ANA));
  };
  return { ...store, flight, sold, sell, holdOver, cancel, last: names.at(-1) ?? '' };
}

const seatsOf = async (store: Pick<TestHub, 'hub'>, { bookingId }: BookingView) =>
  value(await store.hub.ask('bookings.get', { bookingId }, ANA)).booking.legs[0]?.seats;

test('above its seats a cabin is sold without a seat, said beforehand, and a cancelled seat goes to who has none', async () => {
  const store = await soldOut({ over: 1 });
  const refused = await store.holdOver([adult], 'open');
  expect(refused).toMatchObject({ refusal: { code: 'NO_SEAT_LEFT', details: { free: 0, over: 1 } } });
  expect(codeOf(await store.holdOver([adult], 'best'))).toBe('NO_SEAT_LEFT');
  const held = value(await store.holdOver([adult]));
  expect(held.legs[0]?.seats).toEqual(['over']);
  const over = await store.sell(held);
  expect(await store.counters(store.flight.id)).toMatchObject([{ authorised: 51, held: 0, sold: 51 }]);
  expect(codeOf(await store.holdOver([adult]))).toBe('CABIN_FULL');
  expect(await crossCheck(store.db)).toBeUndefined();

  const gone = store.sold.at(-1) as BookingView;
  await store.cancel(gone);
  expect(await seatsOf(store, over)).toEqual(gone.legs[0]?.seats);
  const { booking, history } = value(await store.hub.ask('bookings.get', { bookingId: over.bookingId }, ANA));
  expect(booking.version).toBe(3);
  expect(history.map(({ type }) => type)).toContain('booking.seated');
  expect(await crossCheck(store.db)).toBeUndefined();
  await store.cancel(over);
  expect(await store.claims(store.flight.id)).toHaveLength(49);
  expect(await crossCheck(store.db)).toBeUndefined();
});

test('a party that does not fit whole is sold without a seat as a whole, and the seat that is left is nobody else’s', async () => {
  const store = await soldOut({ left: 1 });
  expect(await store.holdOver([adult, adult], 'open')).toMatchObject({ refusal: { code: 'NO_SEAT_LEFT', details: { free: 1, over: 3 } } });
  const pair = await store.sell(value(await store.holdOver([adult, adult])));
  expect(pair.legs[0]?.seats).toEqual(['over', 'over']);
  expect(codeOf(await store.hold(store.flight.id, [store.last], { exitRowConfirmed: true }, JONAS))).toBe('NO_SEAT_LEFT');
  await store.cancel(store.sold.at(-1) as BookingView);
  expect((await seatsOf(store, pair))?.some((seat) => seat === 'over')).toBe(false);
  expect(await crossCheck(store.db)).toBeUndefined();
});

test('who flies on is seated first, families next, then as booked; a hold too', async () => {
  const store = await soldOut({ over: 6 });
  const single = await store.sell(value(await store.holdOver([adult])));
  const family = await store.sell(value(await store.holdOver([adult, CHILD])), {
    passengers: [
      { type: 'ADT', surname: 'Petrov', given: 'Elena', title: 'MS', birthDate: null, with: null },
      { type: 'CHD', surname: 'Petrov', given: 'Mila', title: 'MISS', birthDate: '2020-05-01', with: null },
    ],
  });
  const next = await store.addFlight({
    ...{ origin: 'LAX', destination: 'SFO', departs_at: store.flight.arrives_at + 3 * HOUR_MS },
    arrives_at: store.flight.arrives_at + 5 * HOUR_MS,
    service_day: store.flight.service_day,
  });
  const legs: Input<'holds.place'>['legs'] = [
    { flightId: store.flight.id, cabin: 'Y', seats: 'over' },
    { flightId: next.id, cabin: 'Y', seats: 'best' },
  ];
  const through = value(await store.hold(store.flight.id, [], { legs, passengers: [adult] }));
  const seated = async () => [await seatsOf(store, single), await seatsOf(store, family), await seatsOf(store, through)];
  await store.cancel(store.sold.at(-1) as BookingView);
  expect(await seated()).toEqual([['over'], ['over', 'over'], store.sold.at(-1)?.legs[0]?.seats]);
  const { holds } = value(await store.hub.ask('holds.ofDesk', {}, ANA));
  expect(holds.find(({ bookingId }) => bookingId === through.bookingId)).toMatchObject({ version: 2, expiresAt: through.expiresAt });
  // One seat is too few for the family, so the next that fits has it.
  await store.cancel(store.sold.at(-2) as BookingView);
  expect((await seated()).slice(0, 2)).toEqual([store.sold.at(-2)?.legs[0]?.seats, ['over', 'over']]);
  expect(await crossCheck(store.db)).toBeUndefined();
  // The seat of the hold that ends, and one more.
  await store.cancel(store.sold.at(-3) as BookingView);
  store.clock.advance(6 * MINUTE_MS);
  await store.prune();
  expect((await seated())[1]).not.toContain('over');
  expect(await crossCheck(store.db)).toBeUndefined();
});

test('a seat goes to who has none before it goes to who waits', async () => {
  const store = await soldOut({ over: 1 });
  const join = {
    ...{ flights: [store.flight.id], cabin: 'Y' as const, passengers: [adult], name: 'Kaya', phone: '+1 212 555 0188' },
    ...{ fareLimit: null, priority: 'normal' as const, reason: '' },
  };
  const waiting = value(await store.hub.execute('waitlist.join', { requestId: store.requestId(), ...join }, ANA));
  const over = await store.sell(value(await store.holdOver([adult])));
  await store.cancel(store.sold.at(-1) as BookingView);
  expect(await seatsOf(store, over)).toEqual(store.sold.at(-1)?.legs[0]?.seats);
  await store.cancel(store.sold.at(-2) as BookingView);
  const { entries } = value(await store.hub.ask('waitlist.of', { flightId: store.flight.id, cabin: 'Y' }, ANA));
  expect(entries.find(({ entryId }) => entryId === waiting.entryId)?.offer?.seats).toEqual(store.sold.at(-2)?.legs[0]?.seats);
  expect(await crossCheck(store.db)).toBeUndefined();
});

test('after a restart the hub still knows who has no seat', async () => {
  const store = await soldOut({ over: 1 });
  const over = await store.sell(value(await store.holdOver([adult])));
  forgetOversold(store.db);
  await store.cancel(store.sold.at(-1) as BookingView);
  expect(await seatsOf(store, over)).toEqual(store.sold.at(-1)?.legs[0]?.seats);
});

test('a seat that came free for a party of two without one is offered to nobody else, though seats that cannot be used are counted in the cabin', async () => {
  const store = await soldOut({ left: 2, over: 4 });
  const { hub, requestId, flight, sold } = store;
  const unsold = new Set(sold.flatMap(({ legs }) => legs[0]?.seats ?? []));
  const seats = store.reference.seatPlan('crj-200')?.seats.filter(({ seat, sellable }) => sellable && !unsold.has(seat)) ?? [];
  for (const { seat } of seats) {
    const input = { requestId: requestId(), flightId: flight.id, what: seat, cabin: null, code: 'INOP', remark: '', until: null } as const;
    value(await hub.execute('seats.block', input, MERCY));
  }
  const pair = await store.sell(value(await store.holdOver([adult, adult])));
  const waits = {
    flights: [flight.id],
    cabin: 'Y',
    passengers: [adult],
    name: 'Mila Petrov',
    phone: '+1 212 555 0148',
    fareLimit: null,
  } as const;
  const join = { requestId: requestId(), ...waits, flights: [...waits.flights], passengers: [...waits.passengers] };
  value(await hub.execute('waitlist.join', { ...join, priority: 'normal', reason: '' }, JONAS));
  await store.cancel(sold.find(({ legs }) => legs[0]?.seats[0] === '5A') as BookingView);
  expect(await store.counters(flight.id)).toMatchObject([{ authorised: 52, held: 0, sold: 49 }]);
  const best = { flightId: flight.id, cabin: 'Y', party: [adult], wish: 'together' } as const;
  expect(value(await hub.ask('flights.bestSeats', { ...best, party: [...best.party] }, ANA)).choices).toEqual([]);
  await store.cancel(sold.find(({ legs }) => legs[0]?.seats[0] === '5B') as BookingView);
  expect((await seatsOf(store, pair))?.toSorted()).toEqual(['5A', '5B']);
  expect(await crossCheck(store.db)).toBeUndefined();
});
