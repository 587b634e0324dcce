import { expect, test } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { SellDay } from '../../../main/colleagues/sell-day.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import { readTrainingDay } from '../../../main/store/tables/training-day.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/instants.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { ANA, MERCY, openTestHub, type TestHub, value } from '../support/test-hub.ts';

const NOTHING_YET = { home: '', soldTo: 0, others: [] };

/** Twelve departures of home, three into it, one that has left today, and one between two other airports. */
async function smallDay() {
  const store = await openTestHub();
  const now = store.clock.now();
  for (let number = 1; number <= 12; number++) await store.addFlight({ departs_at: now + (3 + 4 * number) * HOUR_MS });
  const left = await store.addFlight({ departs_at: now - 3 * HOUR_MS });
  for (let number = 1; number <= 3; number++)
    await store.addFlight({ origin: 'LAX', destination: 'JFK', departs_at: now + (10 + number) * HOUR_MS });
  const elsewhere = await store.addFlight({ origin: 'LAX', destination: 'SFO' });
  const timer = new FakeTimer(store.clock);
  const sellDay = new SellDay({ hub: store.hub, reference: store.reference, home: 'JFK', timer });
  return { store, sellDay, timer, left, elsewhere };
}

const soldOn = async (store: TestHub, flightId: number) => (await store.counters(flightId)).reduce((sum, { sold }) => sum + sold, 0);

async function restUntil(timer: FakeTimer, done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) {
    timer.pass(1_000);
    await new Promise((turn) => setImmediate(turn));
  }
}

test('departures of home are sold with their past, today’s too; then flights into it; no others; the checks find nothing', async () => {
  const { store, sellDay, timer, left, elsewhere } = await smallDay();
  await sellDay.sell(NOTHING_YET);
  expect(await readTrainingDay(store.db)).toEqual({ home: 'JFK', soldTo: left.id, others: [] });
  for (let id = 1; id <= left.id; id++) expect(await soldOn(store, id)).toBeGreaterThan(60);
  await restUntil(timer, async () => (await soldOn(store, 16)) > 0);
  await sellDay.close();
  for (const id of [14, 15, 16]) expect(await soldOn(store, id)).toBeGreaterThan(60);
  expect(await soldOn(store, elsewhere.id)).toBe(0);
  const past = await store.db.query<{ first: number }>('SELECT min(sold_at) AS first FROM bookings').get();
  expect(past?.first).toBeLessThan(store.clock.now() - 100 * DAY_MS);
  expect(await crossCheck(store.db)).toBeUndefined();
  expect(store.reports).toEqual([]);
});

test('a day that was cut off is sold to its end by the next start, and no seat twice (flights stayed half empty)', async () => {
  const { store, sellDay } = await smallDay();
  const { hub } = store;
  let parts = 0;
  const cutOff = new SellDay({
    hub: {
      now: () => hub.now(),
      look: (name, input) => hub.look(name, input),
      change: (name, input, actor, requestId) => {
        if (++parts > 3) void cutOff.close();
        return hub.change(name, input, actor, requestId);
      },
    },
    reference: store.reference,
    home: 'JFK',
    timer: new FakeTimer(store.clock),
  });
  await cutOff.sell(NOTHING_YET);
  expect(await readTrainingDay(store.db)).toBeUndefined();
  const before = (await store.db.query<{ count: number }>('SELECT count(*) AS count FROM bookings').get())?.count ?? 0;
  expect(before).toBeGreaterThan(0);
  await sellDay.sell(NOTHING_YET);
  await sellDay.close();

  const whole = await smallDay();
  await whole.sellDay.sell(NOTHING_YET);
  await whole.sellDay.close();
  const seats = (one: TestHub) => one.db.query('SELECT flight_id, seat FROM claims WHERE flight_id <= 13 ORDER BY flight_id, seat').all();
  expect(await seats(store)).toEqual(await seats(whole.store));
  expect(await crossCheck(store.db)).toBeUndefined();
});

test('a new day is sold when it is laid, and what was sold before stays', async () => {
  const { store, sellDay, left } = await smallDay();
  await sellDay.sell(NOTHING_YET);
  const bookings = value(
    await store.hub.ask('bookings.find', { anyOf: [{ by: 'flight', carrier: 'B6', number: 101, date: null }] }, ANA),
  ).bookings;
  const tomorrow = await store.addFlight({ departs_at: store.clock.now() + 70 * HOUR_MS });
  await sellDay.sell({ home: 'JFK', soldTo: left.id, others: [] });
  await sellDay.close();
  expect(await soldOn(store, tomorrow.id)).toBeGreaterThan(60);
  expect(
    value(await store.hub.ask('bookings.find', { anyOf: [{ by: 'flight', carrier: 'B6', number: 101, date: null }] }, ANA)).bookings,
  ).toEqual(bookings);
});

test('two hours and two days of backups are kept of a store whose day is sold, until somebody sets it otherwise and none is made at a quit (a month of copies filled disks)', async () => {
  const { store, sellDay } = await smallDay();
  const kept = async () => {
    const { hourlyKept, dailyKept, atQuit } = value(await store.hub.look('settings.backups', {}));
    return [hourlyKept, dailyKept, atQuit];
  };
  expect(await kept()).toEqual([24, 30, true]);
  await sellDay.sell(NOTHING_YET);
  await sellDay.close();
  expect(await kept()).toEqual([2, 2, false]);
  const set = { requestId: store.requestId(), hourly: true, atQuit: true, hourlyKept: 24, dailyKept: 30 };
  value(await store.hub.execute('settings.setBackups', set, MERCY));
  expect(await kept()).toEqual([24, 30, true]);
});

test('a cancelled flight keeps its bookings and leaves the board', async () => {
  const { store } = await smallDay();
  const sale = {
    at: store.clock.now() - HOUR_MS,
    desk: 'SIM-01',
    flightId: 1,
    cabin: 'Y',
    seats: ['20A'],
    phone: '+1 212 555 0148',
    paid: 'cash',
  } as const;
  const names = [{ type: 'ADT', surname: 'Kim', given: 'Mia', title: 'MS', birthDate: null }] as const;
  value(await store.hub.change('training.sell', { sales: [{ ...sale, names }] }, SYSTEM, null));
  expect(value(await store.hub.change('training.cancelFlights', { flightIds: [1, 1] }, SYSTEM, null))).toEqual({ dropped: 1 });
  const map = value(await store.hub.ask('flights.seatMap', { flightId: 1 }, ANA));
  expect(map).toMatchObject({ flight: { cancelled: true }, taken: [{ seat: '20A', state: 'sold' }] });
  expect(await crossCheck(store.db)).toBeUndefined();
});
