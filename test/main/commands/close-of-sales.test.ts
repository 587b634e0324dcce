import { expect, test } from 'vitest';
import { HOUR_MS, instant, MINUTE_MS } from '../../../shared/instants.ts';
import { ANA, codeOf, MERCY, openTestHub, sale, value } from '../support/test-hub.ts';

/** A store with a flight that leaves in so many minutes. */
async function leavingIn(minutes: number) {
  const store = await openTestHub();
  const flight = await store.addFlight({ departs_at: store.clock.now() + minutes * MINUTE_MS });
  const set = (name: 'closeMinutes' | 'closeExceptions', to: number | string) =>
    store.hub.execute('settings.set', { requestId: store.requestId(), name, value: to }, MERCY);
  return { ...store, flight, set };
}

test.each([
  [31, ['15A'], {}, 'ok'],
  [30, ['15A'], {}, 'SALES_CLOSED'],
  // The order of the refusals: departed, closed, then the cabin and the seats.
  [0, ['15A'], {}, 'FLIGHT_DEPARTED'],
  [30, ['99A'], {}, 'SALES_CLOSED'],
  // An agent's reason counts for nothing.
  [30, ['15A'], { afterClose: 'gate' }, 'SALES_CLOSED'],
] as const)('a flight was sold minutes before it left: %i minutes before, seats %j, %j: %s', async (minutes, seats, more, code) => {
  const store = await leavingIn(minutes);
  expect(codeOf(await store.hold(store.flight.id, seats, more))).toBe(code);
  expect(await store.claims(store.flight.id)).toHaveLength(code === 'ok' ? 1 : 0);
});

test('the refusal says when sales closed, and for how long before departure', async () => {
  const store = await leavingIn(20);
  const refused = await store.hold(store.flight.id, ['15A']);
  expect(refused).toMatchObject({ refusal: { details: { minutes: 30, until: store.flight.departs_at - 30 * MINUTE_MS } } });
});

test('the close is set for all flights, a carrier, and a carrier at a station', async () => {
  const store = await leavingIn(40);
  const code = async (seat: string) => codeOf(await store.hold(store.flight.id, [seat]));
  expect(await code('15A')).toBe('ok');
  value(await store.set('closeMinutes', 45));
  expect(await code('15B')).toBe('SALES_CLOSED');
  value(await store.set('closeExceptions', 'B6 35'));
  expect(await code('15B')).toBe('ok');
  value(await store.set('closeExceptions', 'B6 35\nB6 JFK 60'));
  expect(await code('15C')).toBe('SALES_CLOSED');
  expect(codeOf(await store.set('closeExceptions', 'JetBlue 35'))).toBe('SETTING_INVALID');
});

test('a supervisor sells after the close with a reason that the journal keeps, until departure at the latest', async () => {
  const store = await leavingIn(3);
  const notes: string[] = [];
  store.hub.on((events) => notes.push(...events.flatMap((event) => ('note' in event.data ? [event.data.note] : []))));
  expect(codeOf(await store.hold(store.flight.id, ['15A'], {}, MERCY))).toBe('SALES_CLOSED');
  const hold = value(await store.hold(store.flight.id, ['15A'], { afterClose: 'missed' }, MERCY));
  expect(hold.expiresAt).toBe(store.flight.departs_at);
  expect(notes).toEqual(['after the close of sales: the passenger missed a connection']);
});

test('a hold placed before the close is paid while it runs, and an agent extends it up to the close only', async () => {
  const store = await leavingIn(37);
  const hold = value(await store.hold(store.flight.id, ['15A']));
  const extend = (actor = ANA) => store.hub.execute('holds.extend', { requestId: store.requestId(), bookingId: hold.bookingId }, actor);
  expect(value(await extend()).expiresAt).toBe(store.flight.departs_at - 30 * MINUTE_MS);
  store.clock.advance(7 * MINUTE_MS - 1);
  const sold = await store.hub.change('payments.confirm', { ...sale(hold), approved: [] }, ANA, store.requestId());
  expect(codeOf(sold)).toBe('ok');
});

test('a setting that closes earlier leaves holds as they are', async () => {
  const store = await leavingIn(50);
  const hold = value(await store.hold(store.flight.id, ['15A']));
  value(await store.set('closeMinutes', 60));
  const sold = await store.hub.change('payments.confirm', { ...sale(hold), approved: [] }, ANA, store.requestId());
  expect(codeOf(sold)).toBe('ok');
});

test('a search lists a closed flight without a price', async () => {
  const store = await openTestHub();
  const now = store.clock.now();
  await store.addFlight({ departs_at: instant(now + 20 * MINUTE_MS) });
  await store.addFlight({ departs_at: instant(now + 2 * HOUR_MS) });
  const wish = { adults: 1, children: 0, cabin: null, maxStops: 0, leavesFrom: 0, leavesTo: 1440, sort: 'price' } as const;
  const { itineraries } = value(
    await store.hub.ask(
      'flights.search',
      { from: 'JFK', to: 'LAX', date: new Date(now - 5 * HOUR_MS).toISOString().slice(0, 10), ...wish },
      ANA,
    ),
  );
  expect(itineraries.map(({ key, total }) => [key, total])).toEqual([
    ['2', 100_00],
    ['1', null],
  ]);
});
