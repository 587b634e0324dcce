import { expect, test } from 'vitest';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { contract } from '../../../../shared/contract.ts';
import type { Cabin } from '../../../../shared/seat-map.ts';
import { applied, flight, KEPT, openAtNow } from '../../support/staged-schedule.ts';
import { ANA, adult, codeOf, MERCY, sale, value } from '../../support/test-hub.ts';

/** Two are sold business class, then the flight gets an aircraft with economy class alone. A later flight still has business class. */
async function takenAway() {
  const store = await openAtNow();
  const { hub, requestId } = store;
  const later = flight(42, { departsAt: Date.UTC(2026, 10, 23, 18), arrivesAt: Date.UTC(2026, 10, 24, 1) });
  await applied(store, [flight(41), later]);
  const legs = [{ flightId: 1, cabin: 'J' as const, seats: ['3A', '3B'] }];
  const held = value(await store.hold(1, [], { legs, passengers: [adult, adult] }));
  value(await hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, requestId()));
  await applied(store, [flight(41, { equipment: '320', seatMap: 'a320' }), later], KEPT, 'import-0002', { unseat: true });
  return {
    ...store,
    ...{ bookingId: held.bookingId },
    room: async (cabin: Cabin = 'J') => value(await hub.ask('oversale.room', { flightId: 1, cabin }, ANA)),
    split: async () => {
      const contact = { phone: '+1 646 555 0117', email: '', askedBy: 'The second' };
      const { version } = value(await hub.ask('bookings.get', { bookingId: held.bookingId }, ANA)).booking;
      return hub.execute('bookings.split', { requestId: requestId(), bookingId: held.bookingId, version, passengers: [2], contact }, ANA);
    },
    deny: (passenger: number, bookingId = held.bookingId) =>
      hub.execute(
        'oversale.deny',
        { requestId: requestId(), flightId: 1, cabin: 'J', bookingId, passenger, wayId: 2, voucher: false, reason: 'no such cabin' },
        MERCY,
      ),
  };
}

test('the oversale list of a cabin that an aircraft change took away can be opened, and says so', async () => {
  const store = await takenAway();
  const room = await store.room();
  expect(room).toMatchObject({ cabin: 'J', authorised: 0, sold: 2, seats: 0, usable: 0, free: 0, unseated: 2, candidates: [] });
  expect(room.without).toMatchObject([
    { passenger: 1, cause: 'aircraft' },
    { passenger: 2, cause: 'aircraft' },
  ]);
  expect(room.cabins).toEqual([
    { cabin: 'J', unseated: 2 },
    { cabin: 'Y', unseated: 0 },
  ]);
  expect((await store.room('Y')).cabins).toEqual(room.cabins);
  expect(room.ways).toMatchObject([{ flightId: 2 }]);
  expect(room.changes).toMatchObject([{ what: 'displaced', user: MERCY.user, passengers: 2 }]);
  expect(codeOf(await store.hub.ask('oversale.room', { flightId: 1, cabin: 'F' }, ANA))).toBe('CABIN_UNKNOWN');
});

test('nobody there has a seat to give up, so boarding is denied at once; what was owed stays on the screen', async () => {
  const store = await takenAway();
  expect(await store.deny(1)).toMatchObject({ ok: true });
  expect(await store.deny(2)).toMatchObject({ ok: true });
  expect(await store.room()).toMatchObject({ sold: 0, unseated: 0, denied: [{ reason: 'no such cabin' }, {}] });
  expect((await store.room('Y')).cabins).toEqual([{ cabin: 'Y', unseated: 0 }]);
  expect(codeOf(await store.deny(1))).toBe('CABIN_UNKNOWN');
  expect(await crossCheck(store.db)).toBeUndefined();
});

test('a part that was split off says that another aircraft took its seat, and since when', async () => {
  const store = await takenAway();
  const at = store.clock.now();
  store.clock.advance(60_000);
  const split = value(await store.split());
  const room = await store.room();
  expect(room.without.map(({ bookingId, cause }) => [bookingId, cause])).toEqual([
    [store.bookingId, 'aircraft'],
    [split.bookingId, 'aircraft'],
  ]);
  expect(room.changes.map(({ what, at: then }) => [what, then])).toEqual([
    ['displaced', at],
    ['displaced', at],
  ]);
});

test('the oversale screen was told a figure that the contract does not know: of each cabin it is told what the contract promises', async () => {
  const store = await takenAway();
  const { output } = contract['oversale.room'];
  for (const cabin of ['J', 'Y'] as const) expect(output.safeParse(await store.room(cabin)).error).toBeUndefined();
});
