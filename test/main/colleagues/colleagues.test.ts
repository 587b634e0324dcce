import { expect, test } from 'vitest';
import { Colleagues } from '../../../main/colleagues/colleagues.ts';
import type { HubMethods } from '../../../main/hub/hub-methods.ts';
import { Payments } from '../../../main/payment/take-payment.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import { isSimulated } from '../../../main/training/simulated-desks.ts';
import { createDispatcher } from '../../../main/transport/dispatch.ts';
import type { JournalEvent } from '../../../shared/events.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { MERCY, openTestHub, type TestHub, value } from '../support/test-hub.ts';

const HOME = { airport: 'JFK', zone: 'America/New_York' };
const LOG = { info() {}, warn() {}, error() {} };

async function counter(seed = 7) {
  const store = await openTestHub();
  for (let hours = 2; hours <= 40; hours += 2) await store.addFlight({ departs_at: store.clock.now() + hours * HOUR_MS });
  const events: JournalEvent[] = [];
  store.hub.on((told) => events.push(...told));
  const timer = new FakeTimer(store.clock);
  const payments = new Payments({ hub: store.hub, terminal: undefined, wait: async () => {} });
  const methods = { 'bookings.confirm': payments.confirm } as unknown as HubMethods;
  const errors: unknown[] = [];
  const log = { ...LOG, error: (facts: unknown) => void errors.push(facts) };
  const door = createDispatcher({ hub: store.hub, methods, log });
  const attended = { now: true };
  const options = { hub: store.hub, door, timer, log, home: HOME, attended: () => attended.now, seed };
  return { store, events, timer, attended, errors, options };
}

const settle = async () => {
  for (let turn = 0; turn < 40; turn++) await new Promise((done) => setImmediate(done));
};

async function work(timer: FakeTimer, minutes: number): Promise<void> {
  for (let second = 0; second < minutes * 60; second++) {
    timer.pass(1_000);
    await settle();
  }
}

const set = (store: TestHub, pace: string) =>
  store.hub.execute('settings.set', { requestId: store.requestId(), name: 'colleagues', value: pace }, MERCY);
const kinds = (events: readonly JournalEvent[]) => new Set(events.map(({ type }) => type));

test('sell, hold, release, let lapse and cancel, at desks that are called simulated; every check finds nothing', async () => {
  const { store, events, timer, errors, options } = await counter();
  value(await set(store, 'busy'));
  const colleagues = new Colleagues({ mode: 'training', ...options });
  await colleagues.start();
  await work(timer, 8);
  await colleagues.close();
  expect([...kinds(events)]).toEqual(
    expect.arrayContaining(['hold.placed', 'booking.confirmed', 'hold.released', 'hold.expired', 'booking.quoted', 'booking.cancelled']),
  );
  const placed = events.filter(({ type }) => type === 'hold.placed');
  expect(placed.length).toBeGreaterThan(50);
  expect(placed.every(({ desk }) => isSimulated(desk))).toBe(true);
  expect(errors).toEqual([]);
  expect(store.reports).toEqual([]);
  expect(await crossCheck(store.db)).toBeUndefined();
});

test('stop while nobody is signed in, and go on when somebody is (a hub that stayed on for a night was sold out)', async () => {
  const { store, events, timer, attended, options } = await counter();
  value(await set(store, 'rush'));
  attended.now = false;
  const colleagues = new Colleagues({ mode: 'training', ...options });
  await colleagues.start();
  await work(timer, 1);
  expect(kinds(events)).toEqual(new Set(['setting.changed']));
  attended.now = true;
  await work(timer, 1);
  expect(kinds(events)).toContain('hold.placed');
  await colleagues.close();
});

test('do nothing while the setting is off, and begin as soon as it is not', async () => {
  const { store, events, timer, options } = await counter();
  value(await set(store, 'off'));
  const colleagues = new Colleagues({ mode: 'training', ...options });
  await colleagues.start();
  await work(timer, 1);
  expect(kinds(events)).toEqual(new Set(['setting.changed']));
  value(await set(store, 'calm'));
  await settle();
  await work(timer, 1);
  expect(kinds(events)).toContain('hold.placed');
  value(await set(store, 'off'));
  await settle();
  const before = events.length;
  await work(timer, 1);
  expect(events.slice(before).filter(({ type }) => type !== 'hold.expired')).toEqual([]);
  await colleagues.close();
  expect(timer.waiting).toBe(0);
});

test('the same seed does the same', async () => {
  const told: string[] = [];
  for (let run = 0; run < 2; run++) {
    const { store, events, timer, options } = await counter(11);
    value(await set(store, 'busy'));
    const colleagues = new Colleagues({ mode: 'training', ...options });
    await colleagues.start();
    await work(timer, 1);
    await colleagues.close();
    told.push(JSON.stringify(events.map(({ type, desk, data }) => [type, desk, data])));
  }
  expect(told[0]).toBe(told[1]);
});

test('turn to flights that people hold or sell, so that seats go where a trainee works', async () => {
  const { store, events, timer, options } = await counter();
  value(await set(store, 'busy'));
  const colleagues = new Colleagues({ mode: 'training', ...options });
  await colleagues.start();
  value(await store.hold(15, ['20A']));
  await work(timer, 4);
  await colleagues.close();
  const there = events.filter(
    ({ type, desk, data }) => type === 'hold.placed' && isSimulated(desk) && 'legs' in data && data.legs[0]?.flightId === 15,
  );
  const all = events.filter(({ type, desk }) => type === 'hold.placed' && isSimulated(desk));
  expect(there.length / all.length).toBeGreaterThan(0.2);
});

test('turn to a flight that a person opens, also at another airport (nothing moved where trainees of another airport worked)', async () => {
  const { store, events, timer, options } = await counter();
  const opened = await store.addFlight({ origin: 'LAX', destination: 'SFO', departs_at: store.clock.now() + 5 * HOUR_MS });
  value(await set(store, 'busy'));
  const colleagues = new Colleagues({ mode: 'training', ...options });
  await colleagues.start();
  colleagues.watch(opened.id);
  colleagues.watch(9_999);
  await work(timer, 4);
  await colleagues.close();
  const there = events.filter(({ type, data }) => type === 'hold.placed' && 'legs' in data && data.legs[0]?.flightId === opened.id);
  expect(there.length / events.filter(({ type }) => type === 'hold.placed').length).toBeGreaterThan(0.2);
});

test('are never made for a live store', async () => {
  const { options } = await counter();
  expect(() => new Colleagues({ mode: 'live', ...options })).toThrow('training alone');
});

test('begin nothing sooner than their pace says', async () => {
  const { store, events, timer, options } = await counter();
  value(await set(store, 'calm'));
  const colleagues = new Colleagues({ mode: 'training', ...options });
  await colleagues.start();
  await work(timer, 5);
  await colleagues.close();
  const acts = events.filter(({ desk }) => isSimulated(desk)).length;
  // A turn about every four seconds; a cancellation has two entries.
  expect(acts).toBeGreaterThan((5 * MINUTE_MS) / 8_000);
  expect(acts).toBeLessThan((5 * MINUTE_MS) / 2_500);
});
