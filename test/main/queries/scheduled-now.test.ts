import { expect, test } from 'vitest';
import { HOUR_MS } from '../../../shared/instants.ts';
import { at, DAY_OF_FLIGHTS, flies, openChangedHub } from '../support/changed-hub.ts';
import { ANA, adult, JONAS, MERCY, sale, value } from '../support/test-hub.ts';

const [FIRST] = DAY_OF_FLIGHTS;
const without = (...numbers: number[]) => DAY_OF_FLIGHTS.filter(({ number }) => !numbers.includes(number));
/** The first flight leaves half an hour later. */
const LATER = flies(1, 'JFK-ORD', at(14, 30), at(17));

test('the holds of a desk tell their flights as they are scheduled now, and nothing more while all are as they were held (they told the old times alone)', async () => {
  const store = await openChangedHub();
  const { hub, idOf } = store;
  const legs = [{ flightId: await idOf(1), cabin: 'Y' as const, seats: ['20A'] }];
  value(await store.hold(0, [], { legs, passengers: [adult] }));
  const held = async (actor = ANA) => value(await hub.ask('holds.ofDesk', {}, actor)).holds;
  expect((await held())[0]).not.toHaveProperty('scheduled');
  await store.change([LATER, ...without(1)]);
  expect(await held()).toMatchObject([
    { legs: [{ departsAt: FIRST?.departsAt }], scheduled: [{ departsAt: at(14, 30), status: 'TK', kind: 'moved', movedMinutes: 30 }] },
  ]);
  await store.change(without(1));
  expect(await held()).toMatchObject([{ scheduled: [{ status: 'HX', kind: 'cancelled' }] }]);
  expect(await held(JONAS)).toEqual([]);
});

test('an item of any queue tells its first flight as it is scheduled now and the worst change of all its flights', async () => {
  const store = await openChangedHub();
  const { clock, hub, idOf, requestId } = store;
  const legs = await Promise.all([1, 5].map(async (number) => ({ flightId: await idOf(number), cabin: 'Y' as const, seats: ['20A'] })));
  const held = value(await store.hold(0, [], { legs, passengers: [adult] }));
  const failed = { bookingId: held.bookingId, reason: 'declined', charges: [], final: true };
  const { passengers, contact } = sale(held);
  const limit = { bookingId: held.bookingId, payBy: clock.now() + 2 * HOUR_MS, atLimit: 'queue' as const, passengers, contact };
  value(await hub.execute('holds.payLater', { requestId: requestId(), ...limit }, ANA));
  const look = async (queue: 'timeLimit' | 'failedPayment') => value(await hub.ask('queues.look', { queue, dayBegan: 0 }, ANA)).items;
  expect((await look('timeLimit'))[0]).toMatchObject({ departsAt: FIRST?.departsAt, destination: 'ORD' });
  expect((await look('timeLimit'))[0]).not.toHaveProperty('changed');

  await store.change([LATER, ...without(1)]);
  expect((await look('timeLimit'))[0]).toMatchObject({
    departsAt: at(14, 30),
    changed: { flight: 'QX 1', status: 'TK', movedMinutes: 30 },
  });
  await store.change([LATER, ...without(1, 5)]);
  expect((await look('timeLimit'))[0]).toMatchObject({
    departsAt: at(14, 30),
    changed: { flight: 'QX 5', status: 'HX', kind: 'cancelled' },
  });
  // A hold that is none any more has no flights to come.
  value(await hub.change('payments.fail', failed, ANA, requestId()));
  expect((await look('failedPayment'))[0]).not.toHaveProperty('changed');
});

test('an item of a booking that has flown tells no change any more', async () => {
  const store = await openChangedHub();
  const { clock, db, hub, requestId } = store;
  const webhook = { address: 'http://127.0.0.1/', sms: false, push: true };
  value(await hub.change('messages.configure', { mail: null, webhook }, MERCY, requestId()));
  await store.sell([[1, '20A']]);
  await store.change([LATER, ...without(1)]);
  await db.change("UPDATE messages SET channel = 'sms', state = 'DEAD'").run();
  const items = async () => value(await hub.ask('queues.look', { queue: 'failedMessage', dayBegan: 0 }, ANA)).items;
  clock.advance(at(14, 30) - 1 - clock.now());
  for (const one of await items()) expect(one).toMatchObject({ changed: { status: 'TK' } });
  clock.advance(1);
  expect(await items()).toHaveLength(3);
  for (const one of await items()) expect(one).not.toHaveProperty('changed');
});
