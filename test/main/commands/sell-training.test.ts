import { expect, test } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { openInlineHub } from '../../../main/engine/inline-hub.ts';
import { loadReference } from '../../../main/reference/load-reference.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import { openStore } from '../../../main/store/open-store.ts';
import { planSales } from '../../../main/training/plan-sales.ts';
import type { TrainingSale } from '../../../main/training/training-sale.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { ANA, MERCY, openTestHub, value } from '../support/test-hub.ts';

const SALE: TrainingSale = {
  at: 0,
  desk: 'SIM-03',
  flightId: 1,
  cabin: 'Y',
  seats: ['20A', '20B'],
  names: [
    { type: 'ADT', surname: 'Müller', given: 'Lena', title: 'MS', birthDate: null },
    { type: 'ADT', surname: 'Müller', given: 'Karl', title: 'MR', birthDate: null },
  ],
  phone: '+1 212 555 0148',
  paid: 'card',
};

async function trainingStore() {
  const store = await openTestHub();
  const flight = await store.addFlight();
  const sell = (sales: readonly TrainingSale[]) => store.hub.change('training.sell', { sales }, SYSTEM, null);
  return { store, flight, sell };
}

test('a simulated sale of the past is a booking like any other: dated, found by name, in every check, at a desk that says so', async () => {
  const { store, flight, sell } = await trainingStore();
  const at = store.clock.now() - 40 * DAY_MS;
  expect(value(await sell([{ ...SALE, at }]))).toEqual({ sold: 1 });
  const found = value(await store.hub.ask('bookings.find', { anyOf: [{ by: 'name', name: 'MUELLER/L' }] }, ANA));
  const bookingId = found.bookings[0]?.bookingId ?? 0;
  const { booking, history } = value(await store.hub.ask('bookings.get', { bookingId }, ANA));
  expect(booking).toMatchObject({ state: 'CONFIRMED', createdAt: at, sale: { at, desk: 'SIM-03' }, desk: 'SIM-03' });
  expect(history.map(({ at: told, desk }) => [told, desk])).toEqual([
    [at, 'SIM-03'],
    [at, 'SIM-03'],
  ]);
  expect(await store.counters(flight.id)).toEqual([{ cabin: 'Y', authorised: 178, held: 0, sold: 2 }]);
  expect(await crossCheck(store.db)).toBeUndefined();
  expect(store.reports).toEqual([]);
});

test('the sales of a whole flight raise its price on the way, and pass every check', async () => {
  const { store, flight, sell } = await trainingStore();
  const plan = store.reference.seatPlan(flight.seat_map);
  if (!plan) throw new Error('the flight has a seat map');
  const now = store.clock.now();
  const { sales } = planSales({ id: 1, departsAt: flight.departs_at, localHour: 8, plan }, now);
  const inOrder = [...sales].sort((a, b) => a.at - b.at);
  expect(value(await sell(inOrder))).toEqual({ sold: sales.length });
  const fares = await store.db
    .query<{ total: number; seats: number }>('SELECT total, json_array_length(party) AS seats FROM bookings ORDER BY id')
    .all();
  expect((fares.at(-1)?.total ?? 0) / (fares.at(-1)?.seats ?? 1)).toBeGreaterThan((fares[0]?.total ?? 0) / (fares[0]?.seats ?? 1));
  expect(await crossCheck(store.db)).toBeUndefined();
});

test('no entry is dated before the newest one: what comes late is dated by it', async () => {
  const { store, sell } = await trainingStore();
  value(await store.hub.execute('settings.set', { requestId: 'first-entry', name: 'holdMinutes', value: 6 }, MERCY));
  const newest = store.clock.now();
  store.clock.advance(MINUTE_MS);
  expect(value(await sell([{ ...SALE, at: newest - 40 * DAY_MS }]))).toEqual({ sold: 1 });
  expect((await store.db.query<{ sold_at: number }>('SELECT sold_at FROM bookings').get())?.sold_at).toBe(newest);
  expect(await crossCheck(store.db)).toBeUndefined();
});

test('what somebody else has, and what has closed, is left out; the same sales twice are made once', async () => {
  const { store, sell } = await trainingStore();
  const soon = await store.addFlight({ departs_at: store.clock.now() + 20 * MINUTE_MS });
  value(await store.hold(1, ['21A']));
  const at = store.clock.now() - HOUR_MS;
  const sales = [
    { ...SALE, at },
    { ...SALE, at, seats: ['21A', '21B'] },
    // Sales of this flight have closed by the newest entry, which is the hold of now.
    { ...SALE, at, flightId: soon.id },
  ];
  expect(value(await sell(sales))).toEqual({ sold: 1 });
  expect(value(await sell(sales))).toEqual({ sold: 0 });
  expect(await crossCheck(store.db)).toBeUndefined();
  expect(store.reports).toEqual([]);
});

test('a live store sells nothing that is simulated, and none of its flights is cancelled so', async () => {
  const clock = new FakeClock();
  const fresh = { storeId: 'live', locatorKey: 1, madeAt: clock.now() };
  const { db, locators } = await openStore({ file: ':memory:', mode: 'live', fresh });
  const reports: string[] = [];
  const reference = loadReference();
  const hub = await openInlineHub({ db, locators, reference, clock, report: ({ problem }) => reports.push(problem) });
  expect(await hub.change('training.sell', { sales: [SALE] }, SYSTEM, null)).toMatchObject({ refusal: { code: 'NOT_DONE' } });
  expect(await hub.change('training.cancelFlights', { flightIds: [1] }, SYSTEM, null)).toMatchObject({ refusal: { code: 'NOT_DONE' } });
  expect(reports).toEqual([expect.stringContaining('training store alone'), expect.stringContaining('training store alone')]);
});
