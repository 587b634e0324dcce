import { describe, expect, onTestFinished, test } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { Hoarding } from '../../../main/admission/hoarding.ts';
import type { WallClock } from '../../../main/hub/clock.ts';
import { DAY_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { SETTING_DEFAULTS } from '../../../shared/setting-rules.ts';
import { fakeComputer } from '../support/fake-computer.ts';
import { ANA, JONAS, MERCY, openTestHub, value } from '../support/test-hub.ts';

/** Three holds in a row that lapse are hoarding here. */
async function atWork() {
  const computer = fakeComputer();
  const store = await openTestHub<WallClock>({ clock: computer.start() });
  onTestFinished(() => store.hub.close());
  const flight = await store.addFlight({ departs_at: computer.wall + 20 * DAY_MS });
  const open = (): Hoarding => {
    const hoarding = new Hoarding({ now: () => store.hub.now(), flagged: () => {} });
    hoarding.rules = { ...SETTING_DEFAULTS, hoardLapses: 3 };
    return hoarding;
  };
  let hoarding = open();
  store.hub.on((events) => hoarding.hear(events));
  let row = 0;
  const hold = async (actor = ANA) => value(await store.hold(flight.id, [`${17 + (row++ % 12)}A`], {}, actor));
  const expire = async () => value(await store.hub.change('holds.expireDue', {}, SYSTEM, null));
  return {
    ...{ computer, store, hold },
    async lapse(times: number, actor = ANA): Promise<void> {
      for (let n = 0; n < times; n++) {
        await hold(actor);
        computer.pass(5 * MINUTE_MS);
        await expire();
      }
    },
    /** The computer's clock is set back, and a supervisor says that it is right. */
    async setBack(byMs: number): Promise<void> {
      computer.set(-byMs);
      value(await store.hub.stepClock('clock.setBack', computer.wall, MERCY, store.requestId()));
    },
    /** The clock goes on by more than is believed, and somebody says that it is right. */
    async setForward(byMs: number): Promise<void> {
      computer.set(byMs);
      store.hub.now();
      value(await store.hub.stepClock('clock.adopt', computer.wall, MERCY, store.requestId()));
      await expire();
    },
    async restart(): Promise<void> {
      hoarding = open();
      hoarding.learn(value(await store.hub.look('holds.lapsed', { since: store.hub.now() - DAY_MS })).ends);
    },
    slowed: (actor = ANA) => hoarding.slowedBy(actor.desk, actor.user),
  };
}

describe.each([
  ['as it goes on', false],
  ['after a restart', true],
])('the clock is set back by a day, %s', (_, restarted) => {
  test('a row that was dated ahead is forgiven an hour from then on: it was a day and an hour', async () => {
    const { computer, lapse, setBack, restart, slowed } = await atWork();
    await lapse(3);
    expect(slowed()).toBe(3);
    await setBack(DAY_MS);
    if (restarted) await restart();
    // What was dated ahead says nothing after a restart, so it is forgiven at once.
    expect(slowed()).toBe(restarted ? 0 : 3);
    computer.pass(60 * MINUTE_MS);
    expect(slowed()).toBe(0);
  });

  test('holds that ended with the step are nobody’s fault: everybody was slowed who had three', async () => {
    const { hold, setBack, restart, slowed, computer } = await atWork();
    for (let n = 0; n < 3; n++) {
      await hold();
      await hold(JONAS);
    }
    await setBack(DAY_MS);
    if (restarted) await restart();
    expect([slowed(), slowed(JONAS)]).toEqual([0, 0]);
    // Nor a day later, when the time has come at which they would have ended.
    await hold(MERCY);
    computer.pass(DAY_MS + 6 * MINUTE_MS);
    if (restarted) await restart();
    expect([slowed(), slowed(JONAS)]).toEqual([0, 0]);
  });

  test('what lapses after the step counts as ever', async () => {
    const { lapse, setBack, restart, slowed } = await atWork();
    await lapse(1);
    await setBack(DAY_MS);
    await lapse(3);
    if (restarted) await restart();
    expect(slowed()).toBeGreaterThanOrEqual(3);
  });
});

test('holds that ended because somebody confirmed a later time are nobody’s fault', async () => {
  const { hold, setForward, slowed } = await atWork();
  for (let n = 0; n < 3; n++) await hold();
  await setForward(11 * DAY_MS);
  expect(slowed()).toBe(0);
});

test.each([
  ['two users at one desk', { ...ANA, user: 'weber' }],
  ['one user at two desks', { ...ANA, desk: 'T2-11' }],
])('%s have a row each, and a sale of one ends only their own', async (_, other) => {
  const { lapse, slowed, restart } = await atWork();
  await lapse(2);
  await lapse(2, other);
  expect([slowed(), slowed(other)]).toEqual([0, 0]);
  await lapse(1);
  expect([slowed(), slowed(other)]).toEqual([3, 0]);
  await restart();
  expect([slowed(), slowed(other)]).toEqual([3, 0]);
});
