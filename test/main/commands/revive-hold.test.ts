import { expect, test } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { openOversoldFlight } from '../support/oversold-hub.ts';
import { ANA, adult, codeOf, JONAS, openTestHub, sale, value } from '../support/test-hub.ts';

const draft = {
  passengers: [{ name: 'Petrov/Elena MS', host: '', birthDate: '', infantName: '', infantHost: '', infantBirthDate: '' }],
  contact: '+1 212 555 0148',
  askedBy: null,
  tenders: [{ kind: 'cash' as const, amount: 10_00, given: 10_00 }],
};

/** Ana's hold of 20A and 20B, with a name that was typed, whose time ran out. */
async function withLapsed() {
  const store = await openTestHub();
  const flight = await store.addFlight();
  const old = value(await store.hold(flight.id, ['20A', '20B']));
  const { bookingId } = old;
  value(await store.hub.execute('holds.keepDraft', { requestId: store.requestId(), bookingId, draft, confirming: false }, ANA));
  store.clock.advance(5 * MINUTE_MS);
  value(await store.hub.change('holds.expireDue', {}, SYSTEM, null));
  const revive = (requestId = store.requestId(), actor = ANA) => store.hub.execute('holds.revive', { requestId, bookingId }, actor);
  const stored = async (id: number) => value(await store.hub.ask('bookings.get', { bookingId: id }, ANA)).booking;
  return { ...store, flight, old, revive, stored };
}

test('the same seats are held again while they are free, with what was typed and no tender, and the history says of what', async () => {
  const store = await withLapsed();
  const hold = value(await store.revive()) as BookingView;
  expect(hold).toMatchObject({ state: 'HOLD', desk: ANA.desk, legs: [{ seats: ['20A', '20B'] }] });
  expect(hold.bookingId).not.toBe(store.old.bookingId);
  const { draft: kept } = await store.stored(hold.bookingId);
  expect(kept).toMatchObject({ passengers: draft.passengers, contact: draft.contact, tenders: [] });
  expect((await store.stored(store.old.bookingId)).state).toBe('EXPIRED');
  const told = await store.db.query<{ data: string }>("SELECT data FROM journal WHERE type = 'hold.placed' ORDER BY event DESC").get();
  expect(told?.data).toContain(`revives ${store.old.locator}`);
  expect(told?.data).not.toContain('Petrov');
  expect(await crossCheck(store.db)).toBeUndefined();
});

test.each([
  ['holds', false],
  ['has bought', true],
])('when somebody %s one of them, the party gets the next best seats together', async (_, bought) => {
  const store = await withLapsed();
  const other = value(await store.hold(store.flight.id, ['20B'], {}, JONAS));
  if (bought) value(await store.hub.change('payments.confirm', { ...sale(other), approved: [] }, JONAS, store.requestId()));
  const hold = value(await store.revive()) as BookingView;
  const seats = hold.legs[0]?.seats ?? [];
  expect(seats).toHaveLength(2);
  expect(seats).not.toContain('20B');
  expect(new Set(seats.map((seat) => seat.slice(0, -1))).size, 'in one row').toBe(1);
  expect(await crossCheck(store.db)).toBeUndefined();
});

test('the present price counts', async () => {
  const store = await withLapsed();
  await store.db.change('UPDATE flights SET base_fare = ? WHERE id = ?').run(150_00, store.flight.id);
  const now = value(await store.hub.ask('pricing.quote', { flightId: store.flight.id, cabin: 'Y' }, ANA));
  const { fare } = (value(await store.revive()) as BookingView).legs[0] ?? {};
  expect(fare).toBe(now.fare);
  expect(fare).toBeGreaterThan(store.old.legs[0]?.fare ?? 0);
});

test('a key that was pressed twice held other seats for the same party once more', async () => {
  const store = await withLapsed();
  const first = value(await store.revive('the-same-request'));
  expect(value(await store.revive('the-same-request'))).toEqual(first);
  const second = value(await store.revive()) as BookingView;
  expect([second.bookingId, second.legs[0]?.seats]).toEqual([(first as BookingView).bookingId, ['20A', '20B']]);
  expect(value(await store.hub.ask('holds.ofDesk', {}, ANA)).holds).toHaveLength(1);
  // When that hold has ended too, the same seats are free for it again.
  store.clock.advance(5 * MINUTE_MS);
  const third = value(await store.revive()) as BookingView;
  expect(third.legs[0]?.seats).toEqual(['20A', '20B']);
  expect(third.bookingId).not.toBe(second.bookingId);
  expect(await crossCheck(store.db)).toBeUndefined();
});

test('for as long as the first was asked for, whatever the setting says', async () => {
  const store = await openTestHub();
  const flight = await store.addFlight();
  const lapse = async (minutes: number) => {
    store.clock.advance(minutes * MINUTE_MS);
    value(await store.hub.change('holds.expireDue', {}, SYSTEM, null));
  };
  const revive = async ({ bookingId }: BookingView) =>
    value(await store.hub.execute('holds.revive', { requestId: store.requestId(), bookingId }, ANA)) as BookingView;
  const first = value(await store.hold(flight.id, ['20A'], { minutes: 20 }));
  await lapse(20);
  const second = await revive(first);
  expect(second.expiresAt).toBe(store.clock.now() + 20 * MINUTE_MS);
  await lapse(20);
  expect((await revive(second)).expiresAt, 'also once more').toBe(store.clock.now() + 20 * MINUTE_MS);
  expect(await crossCheck(store.db)).toBeUndefined();
});

test('a party that was held above the seats gets the best seats that came free, and none while none did', async () => {
  const store = await openOversoldFlight({ over: 2 });
  await store.fill();
  const front = await store.sell(['1A', '1C', '1D']);
  const legs = [{ flightId: store.flight.id, cabin: 'Y' as const, seats: 'over' as const }];
  const over = value(await store.hold(store.flight.id, [], { legs, passengers: [adult, adult] }));
  expect(over.legs[0]?.seats).toEqual(['over', 'over']);
  const lapse = async () => {
    store.clock.advance(5 * MINUTE_MS);
    value(await store.hub.change('holds.expireDue', {}, SYSTEM, null));
  };
  const revive = async ({ bookingId }: BookingView) =>
    value(await store.hub.execute('holds.revive', { requestId: store.requestId(), bookingId }, ANA)) as BookingView;
  await lapse();
  const again = await revive(over);
  expect(again.legs[0]?.seats).toEqual(['over', 'over']);
  await lapse();
  const { bookingId } = front;
  const { offerId } = value(await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId }, JONAS));
  value(await store.hub.execute('bookings.cancel', { requestId: store.requestId(), bookingId, offerId }, JONAS));
  expect((await revive(again)).legs[0]?.seats).toEqual(['1C', '1D']);
  expect(await store.sound()).toBeUndefined();
});

test('what did not end unpaid is not revived, nor on a flight that has left', async () => {
  const store = await withLapsed();
  const hold = value(await store.revive()) as BookingView;
  const ask = (bookingId: number) => store.hub.execute('holds.revive', { requestId: store.requestId(), bookingId }, ANA);
  expect(codeOf(await ask(hold.bookingId))).toBe('HOLD_NOT_LAPSED');
  expect(codeOf(await ask(99))).toBe('BOOKING_UNKNOWN');
  value(await store.hub.execute('holds.release', { requestId: store.requestId(), bookingId: hold.bookingId }, ANA));
  await store.db.change('UPDATE flights SET departs_at = ? WHERE id = ?').run(store.clock.now(), store.flight.id);
  expect(codeOf(await ask(store.old.bookingId))).toBe('FLIGHT_DEPARTED');
});
