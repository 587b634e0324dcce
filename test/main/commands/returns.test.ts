import { describe, expect, test } from 'vitest';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import type { FlightRow } from '../../../main/store/tables/flights-table.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import type { BookingChange } from '../../../shared/methods/changes.ts';
import { ANA, adult, codeOf, openTestHub, sale, value } from '../support/test-hub.ts';

const party = (count: number) => Array.from({ length: count }, () => adult);

/** JFK to LAX by ORD in two days, and ways back from LAX: hours after now. */
async function withFlights() {
  const store = await openTestHub();
  const now = store.clock.now();
  const flight = (origin: string, destination: string, leaves: number, hours: number, more: Partial<FlightRow> = {}) =>
    store.addFlight({
      ...{ origin, destination, departs_at: now + leaves * HOUR_MS, arrives_at: now + (leaves + hours) * HOUR_MS, fixed: true },
      ...more,
    });
  const [toOrd, toLax, home] = [await flight('JFK', 'ORD', 48, 2), await flight('ORD', 'LAX', 52, 4), await flight('LAX', 'JFK', 200, 5)];
  const seats = ['20A', '20B'];
  const leg = ({ id }: FlightRow, back?: true) => ({ flightId: id, cabin: 'Y' as const, seats, ...(back ? { back } : {}) });
  const place = (legs: ReturnType<typeof leg>[], passengers = party(2)) => store.hold(0, [], { legs, passengers });
  const sell = async (legs: ReturnType<typeof leg>[]): Promise<BookingView> => {
    const sold = { ...sale(value(await place(legs))), approved: [] };
    return value(await store.hub.change('payments.confirm', sold, ANA, store.requestId())) as BookingView;
  };
  return { ...store, now, flight, toOrd, toLax, home, leg, place, sell };
}

describe('a return', () => {
  test('of two flights out and one back is held, sold and cancelled as one booking, and each seat has its fare', async () => {
    const store = await withFlights();
    const { toOrd, toLax, home, leg } = store;
    const booking = await store.sell([leg(toOrd), leg(toLax), leg(home, true)]);
    expect(booking.legs.map(({ back, segment }) => [segment, back ?? false])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    expect(booking.total).toBe(600_00);
    for (const { id } of [toOrd, toLax, home]) expect(await store.counters(id)).toMatchObject([{ held: 0, sold: 2 }]);
    expect(await crossCheck(store.db)).toBeUndefined();
    const { bookingId } = booking;
    const quote = value(await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId }, ANA));
    const { offerId } = quote;
    value(await store.hub.execute('bookings.cancel', { requestId: store.requestId(), bookingId, offerId }, ANA));
    for (const { id } of [toOrd, toLax, home]) expect(await store.claims(id)).toEqual([]);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('tells its seats flight by flight in the history, where those of all flights ran together', async () => {
    const { toOrd, home, leg, sell, hub } = await withFlights();
    const { bookingId } = await sell([leg(toOrd), { ...leg(home, true), seats: ['21C', '21D'] }]);
    const { history } = value(await hub.ask('bookings.get', { bookingId }, ANA));
    expect(history.map(({ text }) => text)).toEqual([
      'Confirmed 20A 20B, then 21C 21D, 400.00 USD paid by cash',
      'Held 20A 20B, then 21C 21D at 400.00 USD',
    ]);
  });

  test('of three flights each way is one booking', async () => {
    const store = await withFlights();
    const legs = [
      store.leg(await store.flight('JFK', 'ORD', 60, 2)),
      store.leg(await store.flight('ORD', 'DEN', 64, 2)),
      store.leg(await store.flight('DEN', 'LAX', 68, 2)),
      store.leg(await store.flight('LAX', 'DEN', 90, 2), true),
      store.leg(await store.flight('DEN', 'ORD', 94, 2), true),
      store.leg(await store.flight('ORD', 'JFK', 98, 2), true),
    ];
    expect((await store.sell(legs)).legs).toHaveLength(6);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('is refused whole when a seat of the way back is gone, and nothing is held', async () => {
    const store = await withFlights();
    const { toOrd, toLax, home, leg } = store;
    value(await store.hold(home.id, ['20B']));
    expect(codeOf(await store.place([leg(toOrd), leg(toLax), leg(home, true)]))).toBe('SEAT_HELD');
    for (const { id } of [toOrd, toLax]) expect(await store.claims(id)).toEqual([]);
  });

  test.each([
    ['the moment the way out has arrived, with no time to change planes', 0, 'ok'],
    ['a millisecond before', -1, 'CONNECTION_INVALID'],
    ['from another airport', 5 * HOUR_MS, 'ok', 'SFO'],
  ])('may begin %s', async (_, after, code, origin = 'LAX') => {
    const store = await withFlights();
    const { toOrd, toLax, leg } = store;
    const leaves = toLax.arrives_at + after;
    const home = await store.addFlight({ origin, destination: 'JFK', departs_at: leaves, arrives_at: leaves + 5 * HOUR_MS });
    expect(codeOf(await store.place([leg(toOrd), leg(toLax), leg(home, true)]))).toBe(code);
    // One way the same flights are a connection, which must leave time to change.
    expect(codeOf(await store.place([leg(toLax), { ...leg(home), seats: ['21A', '21B'] }]))).toBe('CONNECTION_INVALID');
  });

  test('keeps the least time to change planes within its way back', async () => {
    const store = await withFlights();
    const { toOrd, toLax, leg } = store;
    const first = await store.flight('LAX', 'ORD', 200, 4);
    const next = await store.flight('ORD', 'JFK', 204.2, 2);
    expect(await store.place([leg(toOrd), leg(toLax), leg(first, true), leg(next, true)])).toMatchObject({
      refusal: { code: 'CONNECTION_INVALID', details: { problem: expect.stringContaining('minutes to change at ORD') } },
    });
  });

  test('may not begin further ahead than flights are sold', async () => {
    const store = await withFlights();
    const { toOrd, leg } = store;
    const far = await store.flight('ORD', 'JFK', 402 * 24, 2);
    expect(codeOf(await store.place([leg(toOrd), leg(far, true)]))).toBe('DATE_TOO_FAR');
  });

  test('that is out and home on one day can be paid: the schedule is looked at again by its ways', async () => {
    const store = await withFlights();
    const leaves = store.toLax.arrives_at + 5 * MINUTE_MS;
    const home = await store.addFlight({ origin: 'LAX', destination: 'JFK', departs_at: leaves, arrives_at: leaves + 5 * HOUR_MS });
    const legs = [store.leg(store.toOrd), store.leg(store.toLax), store.leg(home, true)];
    expect((await store.sell(legs)).state).toBe('CONFIRMED');
    const held = value(await store.hold(0, [], { legs: legs.map((each) => ({ ...each, seats: ['22A'] })), passengers: party(1) }));
    await store.db.change('UPDATE flights SET departs_at = departs_at - 3600000 WHERE id = ?').run(home.id);
    const check = value(await store.hub.ask('holds.check', { bookingId: held.bookingId }, ANA));
    expect(check.refusal).toContain('the way back leaves before the way out has arrived');
  });

  test('that lapsed is held again with its way back', async () => {
    const store = await withFlights();
    const { toOrd, toLax, home, leg } = store;
    const held = value(await store.place([leg(toOrd), leg(toLax), leg(home, true)]));
    store.clock.advance(6 * MINUTE_MS);
    await store.hub.change('holds.expireDue', {}, ANA, null);
    const again = value(await store.hub.execute('holds.revive', { requestId: store.requestId(), bookingId: held.bookingId }, ANA));
    expect(again.legs.map(({ back }) => back)).toEqual([undefined, undefined, true]);
  });
});

describe('a change of a connection', () => {
  const withConnection = async () => {
    const store = await withFlights();
    const { toOrd, toLax, leg } = store;
    const { bookingId, legs } = await store.sell([leg(toOrd), leg(toLax)]);
    const touched = async (change: BookingChange) => {
      const quoted = await store.hub.execute('bookings.changeQuote', { requestId: store.requestId(), bookingId, change }, ANA);
      return value(quoted).touches.filter(({ kind }) => kind === 'connection');
    };
    return { ...store, seat: legs[0]?.seats[0] ?? '', touched };
  };

  test('tells the time to change planes where a flight comes in its place', async () => {
    const { toOrd, toLax, leg, ...store } = await withConnection();
    const later = await store.addFlight({
      ...{ origin: 'JFK', destination: 'ORD', departs_at: toOrd.departs_at, arrives_at: toLax.departs_at - 40 * MINUTE_MS },
      fixed: true,
    });
    const hold = value(await store.place([leg(later)]));
    expect(await store.touched({ kind: 'flights', hold: hold.bookingId, replaces: [1] })).toMatchObject([{ minutes: 40, least: 30 }]);
  });

  test('told it for another seat too, as if the connection had changed', async () => {
    const store = await withConnection();
    const seats = [{ passenger: 1, seat: store.seat === '30A' ? '30B' : '30A' }];
    expect(await store.touched({ kind: 'seats', segment: 1, seats, exitRowConfirmed: false })).toEqual([]);
  });
});

describe('a change of a return', () => {
  const change = async (store: Awaited<ReturnType<typeof withFlights>>, { bookingId }: BookingView, asked: BookingChange) => {
    const offer = value(await store.hub.execute('bookings.changeQuote', { requestId: store.requestId(), bookingId, change: asked }, ANA));
    const due = Math.max(0, offer.total);
    const tenders = due > 0 ? [{ kind: 'cash' as const, amount: due, given: due }] : [];
    const take = { bookingId, offerId: offer.offerId, tenders, approved: [] };
    return { offer, after: value(await store.hub.change('changes.take', take, ANA, store.requestId())) as BookingView };
  };

  test('moves the way back to another day, and it stays the way back', async () => {
    const store = await withFlights();
    const { toOrd, toLax, home, leg } = store;
    const booking = await store.sell([leg(toOrd), leg(toLax), leg(home, true)]);
    // On the day of the way out, sooner than planes can be changed.
    const leaves = toLax.arrives_at + 5 * MINUTE_MS;
    const sooner = await store.addFlight({
      origin: 'LAX',
      destination: 'JFK',
      departs_at: leaves,
      arrives_at: leaves + 5 * HOUR_MS,
      fixed: true,
    });
    const hold = value(await store.place([leg(sooner)]));
    const { offer, after } = await change(store, booking, { kind: 'flights', hold: hold.bookingId, replaces: [3] });
    expect(offer.touches.filter(({ kind }) => kind === 'connection')).toEqual([]);
    expect(after.legs.map(({ flightId, back }) => [flightId, back ?? false])).toEqual([
      [toOrd.id, false],
      [toLax.id, false],
      [sooner.id, true],
    ]);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('added flights that lead home become the way back; without one it stays one way', async () => {
    const store = await withFlights();
    const { toOrd, toLax, home, leg } = store;
    const booking = await store.sell([leg(toOrd), leg(toLax)]);
    const hold = value(await store.place([leg(home)]));
    const { after } = await change(store, booking, { kind: 'flights', hold: hold.bookingId, replaces: [] });
    expect(after.legs.map(({ back }) => back ?? false)).toEqual([false, false, true]);
    const { after: dropped } = await change(store, after, { kind: 'drop', segments: [3] });
    expect(dropped.legs.map(({ back }) => back ?? false)).toEqual([false, false]);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('goes by the departure of what is not flown: after the way out has left, the way back is still refunded whole', async () => {
    const store = await withFlights();
    const { toOrd, toLax, home, leg } = store;
    const booking = await store.sell([leg(toOrd), leg(toLax), leg(home, true)]);
    store.clock.advance(3 * DAY_MS);
    const { offer, after } = await change(store, booking, { kind: 'drop', segments: [3] });
    expect(offer.total).toBe(-200_00);
    expect(after.legs).toHaveLength(2);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('does not make more than six flights of it', async () => {
    const store = await withFlights();
    const legs = [];
    for (let at = 0; at < 3; at++)
      legs.push(store.leg(await store.flight(at % 2 ? 'LAX' : 'JFK', at % 2 ? 'JFK' : 'LAX', 60 + at * 10, 5)));
    for (let at = 0; at < 3; at++)
      legs.push(store.leg(await store.flight(at % 2 ? 'JFK' : 'LAX', at % 2 ? 'LAX' : 'JFK', 300 + at * 10, 5), true));
    const { bookingId } = await store.sell(legs);
    const hold = value(await store.place([store.leg(await store.flight('JFK', 'LAX', 800, 5))]));
    const asked: BookingChange = { kind: 'flights', hold: hold.bookingId, replaces: [] };
    expect(await store.hub.execute('bookings.changeQuote', { requestId: store.requestId(), bookingId, change: asked }, ANA)).toMatchObject({
      refusal: { code: 'CHANGE_REFUSED', details: { problem: 'it would have more than 6 flights' } },
    });
  });
});
