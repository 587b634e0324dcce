import { beforeEach, describe, expect, test } from 'vitest';
import { Hoarding, type Lapses } from '../../../main/admission/hoarding.ts';
import { DAY_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { SETTING_DEFAULTS } from '../../../shared/setting-rules.ts';
import type { FakeClock } from '../support/fake-clock.ts';
import { ANA, JONAS, openTestHub, sale, value } from '../support/test-hub.ts';

let store: Awaited<ReturnType<typeof openTestHub<FakeClock>>>;
let hoarding: Hoarding;
let flagged: Lapses[];
let flightId: number;

const open = () => new Hoarding({ now: () => store.hub.now(), flagged: (lapses) => flagged.push({ ...lapses }) });
beforeEach(async () => {
  store = await openTestHub();
  flightId = (await store.addFlight()).id;
  flagged = [];
  hoarding = open();
  hoarding.rules = { ...SETTING_DEFAULTS, hoardLapses: 3 };
  store.hub.on((events) => hoarding.hear(events));
});

let row = 0;
const hold = async (actor = ANA) => value(await store.hold(flightId, [`${20 + (row++ % 10)}A`], {}, actor));
async function lapse(actor = ANA): Promise<void> {
  await hold(actor);
  store.clock.advance(5 * MINUTE_MS);
  value(await store.hub.change('holds.expireDue', {}, ANA, null));
}
const sell = async (actor = ANA) =>
  value(await store.hub.change('payments.confirm', { ...sale(await hold(actor)), approved: [] }, actor, store.requestId()));
const slowed = (actor = ANA) => hoarding.slowedBy(actor.desk, actor.user);

test('the third hold in a row that lapses is flagged once, and slows that agent at that desk alone', async () => {
  await lapse();
  await lapse();
  expect(slowed()).toBe(0);
  await lapse();
  expect([slowed(), slowed(JONAS)]).toEqual([3, 0]);
  await lapse();
  expect(slowed()).toBe(4);
  expect(flagged).toMatchObject([{ desk: 'T1-04', user: 'ruiz', inARow: 3 }]);
  expect(hoarding.slowed).toMatchObject([{ desk: 'T1-04', user: 'ruiz', inARow: 4, forgivenAt: store.clock.now() + 60 * MINUTE_MS }]);
});

test('a sale ends the row; a hold that is released neither counts nor ends it', async () => {
  await lapse();
  await lapse();
  const { bookingId } = await hold();
  value(await store.hub.execute('holds.release', { requestId: store.requestId(), bookingId }, ANA));
  await lapse();
  expect(slowed()).toBe(3);
  await sell();
  expect(slowed()).toBe(0);
  await lapse();
  await lapse();
  expect(slowed()).toBe(0);
});

test('time forgives: an hour after the last one nothing is left of the row', async () => {
  await lapse();
  await lapse();
  await lapse();
  store.clock.advance(60 * MINUTE_MS - 1);
  expect(slowed()).toBe(3);
  store.clock.advance(1);
  expect([slowed(), hoarding.slowed.length]).toEqual([0, 0]);
  await lapse();
  expect(slowed()).toBe(0);
});

test('who lets a passenger pay later hoards nothing, nor does a simulated desk', async () => {
  const sim = { user: 'colleague', role: 'agent' as const, desk: 'SIM-01' };
  for (let n = 0; n < 4; n++) await lapse(sim);
  expect(slowed(sim)).toBe(0);
});

test('who took over holds that wait for their passengers was slowed when they lapsed, until the hub was started again', async () => {
  flightId = (await store.addFlight({ departs_at: store.clock.now() + 10 * DAY_MS })).id;
  for (let n = 0; n < 3; n++) {
    const held = await hold();
    const { bookingId } = held;
    const { passengers, contact } = sale(held);
    const payBy = store.clock.now() + DAY_MS;
    const later = { requestId: store.requestId(), bookingId, payBy, atLimit: 'cancel' as const, passengers, contact };
    value(await store.hub.execute('holds.payLater', later, ANA));
    value(await store.hub.execute('holds.takeOver', { requestId: store.requestId(), bookingId }, JONAS));
  }
  store.clock.advance(DAY_MS);
  value(await store.hub.change('holds.expireDue', {}, ANA, null));
  expect([slowed(), slowed(JONAS)]).toEqual([0, 0]);
});

const WEB = { user: 'system:WEB-1', role: 'agent' as const, desk: 'WEB-1' };
test('a website was told of as one who hoards, and that it is slowed, though nothing slowed it: its passengers leave', async () => {
  for (let n = 0; n < 4; n++) await lapse(WEB);
  expect([slowed(WEB), hoarding.slowed, flagged]).toEqual([0, [], []]);
});

describe('after a restart', () => {
  const learn = async (): Promise<void> => {
    hoarding = open();
    hoarding.rules = { ...SETTING_DEFAULTS, hoardLapses: 3 };
    hoarding.learn(value(await store.hub.look('holds.lapsed', { since: store.clock.now() - 1_440 * MINUTE_MS })).ends);
  };

  test('it is known from the store, and goes on: nobody is flagged twice, and a hold that ran meanwhile counts', async () => {
    await lapse();
    await lapse();
    await lapse();
    await hold();
    await learn();
    expect(slowed()).toBe(3);
    store.clock.advance(5 * MINUTE_MS);
    value(await store.hub.change('holds.expireDue', {}, ANA, null));
    expect(slowed()).toBe(4);
    expect(flagged).toHaveLength(1);
  });

  test('a website is none who hoards either', async () => {
    for (let n = 0; n < 4; n++) await lapse(WEB);
    await learn();
    expect(slowed(WEB)).toBe(0);
  });

  test.each([
    ['a sale after them ended the row', async () => void (await sell()), 0],
    ['a sale of somebody else did not', async () => void (await sell(JONAS)), 3],
  ])('%s', async (_, then, expected) => {
    await lapse();
    await lapse();
    await lapse();
    store.clock.advance(1);
    await then();
    await learn();
    expect(slowed()).toBe(expected);
  });
});
