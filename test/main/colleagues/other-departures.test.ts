import { expect, test } from 'vitest';
import { FlightSeller } from '../../../main/colleagues/flight-seller.ts';
import { OTHER_FLIGHTS_MAX } from '../../../main/colleagues/other-departures.ts';
import { SellDay } from '../../../main/colleagues/sell-day.ts';
import { localDateAt } from '../../../main/queries/search/local-day.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import { readTrainingDay, type TrainingDay } from '../../../main/store/tables/training-day.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { ANA, openTestHub, type TestHub, value } from '../support/test-hub.ts';

const PACIFIC = 'America/Los_Angeles';
const UNSOLD: TrainingDay = { home: 'JFK', soldTo: 0, others: [] };

/** Six departures of Los Angeles today, of which the last goes home, two tomorrow, two of San Francisco today. Home has none. */
async function coast() {
  const store = await openTestHub();
  const now = store.clock.now();
  const today = localDateAt(now, PACIFIC);
  const add = (origin: string, minutes: number, destination = 'DEN') =>
    store.addFlight({ origin, destination, departs_at: now + 70 * MINUTE_MS + minutes * MINUTE_MS });
  for (let number = 1; number <= 5; number++) await add('LAX', number);
  await add('LAX', 6, 'JFK');
  for (let number = 1; number <= 2; number++) await add('LAX', 24 * 60 + number);
  for (let number = 1; number <= 2; number++) await add('SFO', number);
  return { store, today, tomorrow: localDateAt(now + DAY_MS, PACIFIC), ...seller(store) };
}

function seller(store: TestHub, hub: Pick<TestHub['hub'], 'now' | 'look' | 'change'> = store.hub) {
  const timer = new FakeTimer(store.clock);
  return { timer, sellDay: new SellDay({ hub, reference: store.reference, home: 'JFK', timer }) };
}

const soldOn = async (store: TestHub, flightId: number) => (await store.counters(flightId)).reduce((sum, { sold }) => sum + sold, 0);
const othersOf = async (store: TestHub) => (await readTrainingDay(store.db))?.others;
const seatsOf = (store: TestHub) => store.db.query('SELECT flight_id, seat, passenger FROM claims ORDER BY flight_id, seat').all();

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((turn) => setImmediate(turn));
}
const allSold = (store: TestHub, count: number) => () =>
  othersOf(store).then((others) => others?.length === count && others.every(({ sold }) => sold));

test('the departures of an airport and a date are sold when a desk looks at them, and no others; the checks find nothing', async () => {
  const { store, sellDay, today } = await coast();
  await sellDay.sell(UNSOLD);
  await sellDay.lookAt({ place: 'LAX', date: today });
  await until(allSold(store, 1));
  await sellDay.close();
  for (const id of [1, 2, 3, 4, 5, 6]) expect(await soldOn(store, id)).toBeGreaterThan(60);
  for (const id of [7, 8, 9, 10]) expect(await soldOn(store, id)).toBe(0);
  expect(await othersOf(store)).toEqual([{ airport: 'LAX', date: today, flights: 6, sold: true }]);
  expect(await crossCheck(store.db)).toBeUndefined();
  expect(store.reports).toEqual([]);
});

test('the order in which desks look changes nothing: every flight has the same seats', async () => {
  const sold: unknown[] = [];
  for (const places of [
    ['LAX', 'SFO'],
    ['SFO', 'LAX'],
  ]) {
    const { store, sellDay, today } = await coast();
    await sellDay.sell(UNSOLD);
    for (const place of places) await sellDay.lookAt({ place, date: today });
    await until(allSold(store, 2));
    await sellDay.close();
    sold.push(await seatsOf(store));
  }
  expect(sold[0]).toEqual(sold[1]);
});

test('several airports take turns, so nobody waits for a large one (a small board stayed empty behind it)', async () => {
  const { store, today } = await coast();
  for (let number = 1; number <= 30; number++)
    await store.addFlight({ origin: 'LAX', destination: 'DEN', departs_at: store.clock.now() + 80 * MINUTE_MS });
  let soldOfLarge = -1;
  const { hub } = store;
  const { sellDay } = seller(store, {
    now: () => hub.now(),
    look: (name, input) => hub.look(name, input),
    async change(name, input, actor, requestId) {
      const reply = await hub.change(name, input, actor, requestId);
      if (soldOfLarge < 0 && (await soldOn(store, 10)) > 0) {
        const others = await store.db.query<{ id: number }>("SELECT id FROM flights WHERE origin = 'LAX'").all();
        soldOfLarge = 0;
        for (const { id } of others) if ((await soldOn(store, id)) > 0) soldOfLarge++;
      }
      return reply;
    },
  });
  await sellDay.sell(UNSOLD);
  await sellDay.lookAt({ place: 'LAX', date: today });
  await sellDay.lookAt({ place: 'SFO', date: today });
  await until(allSold(store, 2));
  await sellDay.close();
  expect(soldOfLarge).toBeGreaterThan(0);
  expect(soldOfLarge).toBeLessThan(18);
});

test('the flight that a desk opens is sold first', async () => {
  const { store } = await coast();
  const order: number[] = [];
  const { hub } = store;
  const { sellDay } = seller(store, {
    now: () => hub.now(),
    look: (name, input) => hub.look(name, input),
    change(name, input, actor, requestId) {
      if (name === 'training.sell' && 'sales' in input) order.push(...input.sales.slice(0, 1).map(({ flightId }) => flightId));
      return hub.change(name, input, actor, requestId);
    },
  });
  await sellDay.sell(UNSOLD);
  await sellDay.lookAt({ flightId: 4 });
  await until(allSold(store, 1));
  await sellDay.close();
  // The sixth goes home and is sold in the background.
  expect(order.filter((id) => id !== 6)).toEqual([4, 1, 2, 3, 5]);
});

test('what was cut off is sold to its end after the next start, to the same seats (boards stayed half empty)', async () => {
  const { store, today, sellDay: next } = await coast();
  const { hub } = store;
  let parts = 0;
  const { sellDay: cutOff } = seller(store, {
    now: () => hub.now(),
    look: (name, input) => hub.look(name, input),
    change(name, input, actor, requestId) {
      if (name === 'training.sell' && ++parts > 4) void cutOff.close();
      return hub.change(name, input, actor, requestId);
    },
  });
  await cutOff.sell(UNSOLD);
  await cutOff.lookAt({ place: 'LAX', date: today });
  await until(async () => parts > 4);
  await cutOff.close();
  expect(await othersOf(store)).toMatchObject([{ airport: 'LAX', sold: false }]);
  expect(await soldOn(store, 5)).toBe(0);

  const kept = await readTrainingDay(store.db);
  await next.sell(kept ?? UNSOLD);
  await until(allSold(store, 1));
  await next.close();

  const whole = await coast();
  await whole.sellDay.sell(UNSOLD);
  await whole.sellDay.lookAt({ place: 'LAX', date: today });
  await until(allSold(whole.store, 1));
  await whole.sellDay.close();
  expect(await seatsOf(store)).toEqual(await seatsOf(whole.store));
  expect(await crossCheck(store.db)).toBeUndefined();
});

test.each<[string, { place: string; date: number } | { flightId: number }]>([
  ['home', { place: 'JFK', date: 0 }],
  ['yesterday', { place: 'LAX', date: -1 }],
  ['a day after the sample days', { place: 'LAX', date: 3 }],
  ['a place that does not exist', { place: 'XQX', date: 0 }],
  ['an airport without flights', { place: 'HNL', date: 0 }],
  ['a flight that does not exist', { flightId: 999 }],
])('nothing is sold when a desk looks at %s', async (_, look) => {
  const { store, sellDay } = await coast();
  await sellDay.sell(UNSOLD);
  const before = store.hub.newestEvent;
  await sellDay.lookAt('place' in look ? { ...look, date: localDateAt(store.clock.now() + look.date * DAY_MS, PACIFIC) } : look);
  await sellDay.close();
  expect((await othersOf(store)) ?? []).toEqual([]);
  expect(store.hub.newestEvent).toBe(before);
});

test('nothing is sold in a store whose day began empty', async () => {
  const { store, sellDay, today } = await coast();
  await sellDay.lookAt({ place: 'LAX', date: today });
  await sellDay.close();
  expect(store.hub.newestEvent).toBe(0);
});

test(`not more than ${OTHER_FLIGHTS_MAX} flights of the days that are not over are sold (a disk was filled by looking at boards)`, async () => {
  const { store, sellDay, today, tomorrow } = await coast();
  const now = store.clock.now();
  const others = [
    { airport: 'ATL', date: localDateAt(now - 4 * DAY_MS, PACIFIC), flights: OTHER_FLIGHTS_MAX, sold: true },
    { airport: 'ORD', date: today, flights: OTHER_FLIGHTS_MAX - 3, sold: true },
  ];
  await sellDay.sell({ ...UNSOLD, others });
  await sellDay.lookAt({ place: 'LAX', date: today });
  await sellDay.lookAt({ place: 'LAX', date: tomorrow });
  await until(async () => (await soldOn(store, 8)) > 0);
  await sellDay.close();
  expect(await soldOn(store, 1)).toBe(0);
  expect((await othersOf(store))?.map(({ airport, date }) => [airport, date])).toEqual([
    ['ORD', today],
    ['LAX', tomorrow],
  ]);
});

test('flights that leave within the hour are sold, and those that are closed are not (the top of a board stayed empty)', async () => {
  const { store, sellDay } = await coast();
  const leaving = await store.addFlight({ origin: 'SEA', destination: 'DEN', departs_at: store.clock.now() + 35 * MINUTE_MS });
  const closed = await store.addFlight({ origin: 'SEA', destination: 'DEN', departs_at: store.clock.now() + 25 * MINUTE_MS });
  // A person has done something, so sales are dated now.
  value(await store.hold(10, ['20A']));
  await sellDay.sell(UNSOLD);
  await sellDay.lookAt({ place: 'SEA', date: localDateAt(leaving.departs_at, PACIFIC) });
  await until(allSold(store, 1));
  await sellDay.close();
  expect(await soldOn(store, leaving.id)).toBeGreaterThan(60);
  expect(await soldOn(store, closed.id)).toBe(0);
});

test('seats that people hold are left to them', async () => {
  const { store, sellDay, today } = await coast();
  const held = value(await store.hold(2, ['20A', '20B', '20C']));
  await sellDay.sell(UNSOLD);
  await sellDay.lookAt({ place: 'LAX', date: today });
  await until(allSold(store, 1));
  await sellDay.close();
  expect(value(await store.hub.ask('bookings.get', { bookingId: held.bookingId }, ANA)).booking.state).toBe('HOLD');
  expect(await soldOn(store, 2)).toBeGreaterThan(60);
  expect(await crossCheck(store.db)).toBeUndefined();
});

test('a flight that goes home and was sold in the background is not sold again (a seat that was given back was sold anew)', async () => {
  const { store, sellDay, timer, today } = await coast();
  await sellDay.sell(UNSOLD);
  await until(async () => {
    timer.pass(HOUR_MS / 3_600);
    return (await soldOn(store, 6)) > 0;
  });
  const before = await soldOn(store, 6);
  const id = (await store.db.query<{ owner: number }>('SELECT owner FROM claims WHERE flight_id = 6').get())?.owner ?? 0;
  const quote = value(await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId: id }, ANA));
  value(await store.hub.execute('bookings.cancel', { requestId: store.requestId(), bookingId: id, offerId: quote.offerId }, ANA));
  await sellDay.lookAt({ place: 'LAX', date: today });
  await until(allSold(store, 1));
  await sellDay.close();
  expect(await soldOn(store, 6)).toBeLessThan(before);
});

test('a seller that was stopped sells nothing', async () => {
  const { store } = await coast();
  const stopped = new FlightSeller({ hub: store.hub, reference: store.reference });
  stopped.stop();
  expect(await stopped.sellOne({ id: 1, origin: 'LAX', departs_at: store.clock.now() + DAY_MS, seat_map: 'a320' })).toBe(false);
  expect(await stopped.sellTogether([{ id: 1, origin: 'LAX', departs_at: store.clock.now() + DAY_MS, seat_map: 'a320' }])).toBe(false);
  expect(await soldOn(store, 1)).toBe(0);
});
