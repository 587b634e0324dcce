import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { watchWaitlistTurns } from '../../../main/engine/waitlist-turns.ts';
import { nextDayTurn } from '../../../main/views/day-turn.ts';
import { daysAhead } from '../../../main/views/price-question.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/instants.ts';
import type { PolicyRule } from '../../../shared/pricing/policy.ts';
import { publishPolicy } from '../support/publish-policy.ts';
import { MERCY, value } from '../support/test-hub.ts';
import { openFullCabin } from '../support/waitlist-hub.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** Class Y keeps 3 seats with three days to go, 2 with two, 1 with one and none on the last day. What else there is, Q may sell. */
const CLASSES: PolicyRule[] = [
  {
    ...{ rule: 'bookingClasses', over: 'cabin', currency: 'USD' },
    cabins: {
      ...{ F: [], J: [], W: [] },
      Y: [
        { code: 'Y', fare: 300_00, mean: 60, deviation: 3 },
        { code: 'Q', fare: 100_00, mean: null, deviation: 0 },
      ],
    },
    otherwise: { F: 400, J: 250, W: 150, Y: 100 },
  },
  { rule: 'rounding', to: 1, less: 0 },
];
/** The filed fare on the last day, and twice as much before. */
const FALLING: PolicyRule[] = [
  { rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: 100 } },
  {
    rule: 'daysAhead',
    knots: [
      { days: 0, change: 0 },
      { days: 1, change: 100 },
    ],
  },
  { rule: 'rounding', to: 1, less: 0 },
];

async function watched(hours: number) {
  const store = await openFullCabin({ hours });
  const { hub, clock, requestId, flight } = store;
  const troubles: string[] = [];
  const settle = async () => {
    // The hub answers in turns of its own.
    for (let turn = 0; turn < 40; turn++) await new Promise(setImmediate);
  };
  return {
    ...store,
    troubles,
    set: (name: 'offerCutOffMinutes', to: number) => hub.execute('settings.set', { requestId: requestId(), name, value: to }, MERCY),
    watch: () => watchWaitlistTurns({ hub, clock, trouble: (problem) => troubles.push(problem) }),
    publish: async (rules: readonly PolicyRule[]) => {
      await publishPolicy(hub, requestId(), { kind: 'flight', flightId: flight.id }, rules, MERCY);
      await settle();
    },
    after: async (ms: number) => {
      await settle();
      clock.advance(ms);
      await vi.advanceTimersByTimeAsync(ms);
      await settle();
      return Object.keys(await store.offers());
    },
  };
}

describe('a party is offered a seat that nobody gives back', () => {
  test('when its class opens only because departure comes nearer, in the ms in which a day less is left', async () => {
    const store = await watched(80);
    await store.publish(CLASSES);
    value(await store.join({ bookingClass: 'Q' }));
    await store.cancel(store.pair);
    const stop = store.watch();
    // A day less is left after 8 and after 32 hours, and a ms.
    expect(await store.after(8 * HOUR_MS + 1)).toEqual([]);
    expect((await store.list()).entries[0]?.why).toMatchObject({ kind: 'class', left: 0 });
    expect(await store.after(DAY_MS - 1)).toEqual([]);
    expect(await store.after(1)).toEqual(['1']);
    expect((await store.list()).entries[0]?.offer).toMatchObject({ total: 100_00 });
    expect(store.troubles).toEqual([]);
    expect(await store.sound()).toBeUndefined();
    stop();
  });

  test('when the fare falls to its limit with the days that are left, if it joined while the watch was on', async () => {
    const store = await watched(30);
    await store.publish(FALLING);
    const stop = store.watch();
    await store.cancel(store.single);
    value(await store.join({ fareLimit: store.flight.base_fare }));
    expect(await store.after(6 * HOUR_MS)).toEqual([]);
    expect((await store.list()).entries[0]?.why).toMatchObject({ kind: 'fare' });
    expect(await store.after(1)).toEqual(['1']);
    stop();
  });

  test('when a policy is published that its limit fits', async () => {
    const store = await watched(48);
    await store.publish(FALLING);
    const stop = store.watch();
    await store.cancel(store.single);
    value(await store.join({ fareLimit: store.flight.base_fare }));
    expect(await store.after(1)).toEqual([]);
    await store.publish(FALLING.filter(({ rule }) => rule !== 'daysAhead'));
    expect(await store.after(0)).toEqual(['1']);
    stop();
  });

  test('when a setting lets offers end later', async () => {
    const store = await watched(1);
    value(await store.set('offerCutOffMinutes', 45));
    value(await store.join());
    value(await store.set('offerCutOffMinutes', 90));
    await store.cancel(store.single);
    const stop = store.watch();
    expect(await store.after(1)).toEqual([]);
    value(await store.set('offerCutOffMinutes', 45));
    expect(await store.after(0)).toEqual(['1']);
    stop();
  });

  test('when the hub starts, because its day turned while the hub was down', async () => {
    const store = await watched(25);
    await store.publish(CLASSES);
    value(await store.join({ bookingClass: 'Q' }));
    await store.cancel(store.single);
    expect(await store.after(HOUR_MS + 1)).toEqual([]);
    const stop = store.watch();
    expect(await store.after(0)).toEqual(['1']);
    stop();
  });

  test('and not after the watch has stopped', async () => {
    const store = await watched(25);
    await store.publish(CLASSES);
    value(await store.join({ bookingClass: 'Q' }));
    await store.cancel(store.single);
    const stop = store.watch();
    expect(await store.after(0)).toEqual([]);
    stop();
    expect(await store.after(2 * HOUR_MS)).toEqual([]);
    expect(store.troubles).toEqual([]);
  });
});

test('many lists are looked at in several commands, each list once', async () => {
  const store = await watched(48);
  const flights: number[] = [];
  for (let count = 0; count < 45; count++) flights.push((await store.addFlight({ departs_at: store.clock.now() + 48 * HOUR_MS })).id);
  for (const id of flights) value(await store.join({ flights: [id], fareLimit: 1 }));
  const rounds: (number | null)[] = [];
  for (let after: number | null = 0; after !== null; rounds.push(after))
    ({ after } = value(await store.hub.change('waitlist.lookAgain', { since: null, after }, SYSTEM, null)));
  expect(rounds).toEqual([flights[19], flights[39], null]);
});

test.each([
  ['two days and a ms', 2 * DAY_MS + 1, 2],
  ['two days', 2 * DAY_MS, 2],
  ['a ms less than two days', 2 * DAY_MS - 1, 1],
  ['a day', DAY_MS, 1],
  ['a ms less than a day', DAY_MS - 1, null],
  ['nothing', 0, null],
])('with %s to go the next day turns at its own ms', (_, left, days) => {
  const now = 1_700_000_000_000;
  const turn = nextDayTurn(now + left, now);
  expect(turn).toBe(days === null ? null : now + left - days * DAY_MS + 1);
  if (turn !== null) {
    expect(turn).toBeGreaterThan(now);
    expect(daysAhead(now + left, turn)).toBe(daysAhead(now + left, turn - 1) - 1);
  }
});
