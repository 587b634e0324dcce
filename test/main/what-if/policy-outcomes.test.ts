import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { doWhatIf } from '../../../main/what-if/do-what-if.ts';
import { PolicyOutcomes } from '../../../main/what-if/policy-outcomes.ts';
import { WhatIfLane } from '../../../main/what-if/what-if-lane.ts';
import type { RunWhatIf } from '../../../main/what-if/what-if-task.ts';
import { HOUR_MS } from '../../../shared/instants.ts';
import type { PolicyScope } from '../../../shared/methods/policy-view.ts';
import type { PolicyRule } from '../../../shared/pricing/policy.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { publishPolicy } from '../support/publish-policy.ts';
import { KeptLog } from '../support/small-hub.ts';
import { ANA, codeOf, MERCY, openTestHub, sale, type TestHub, value } from '../support/test-hub.ts';

const NETWORK = { kind: 'network' } as const;
/** Economy at so many percent of the filed fare, 100.00. */
const economy = (percent: number, ...more: PolicyRule[]): PolicyRule[] => [
  { rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: percent } },
  ...more,
  { rule: 'rounding', to: 1, less: 0 },
];

let store: TestHub;
let outcomes: PolicyOutcomes;
let written: number;
let timer: FakeTimer;

beforeEach(async () => {
  store = await openTestHub();
  written = 0;
  timer = new FakeTimer(store.clock);
  // The thread's own work, on the same connection: the store is in memory.
  const run: RunWhatIf = async (task, _signal, step) => {
    await doWhatIf(store.db, store.reference, { ...task, runs: 20 }, step);
    return { ended: 'well' };
  };
  outcomes = new PolicyOutcomes({
    ...{ storeFile: '', hub: store.hub, lane: new WhatIfLane(run), timer, log: new KeptLog() },
    written: () => written++,
  });
});
afterEach(async () => {
  await outcomes.close();
  await store.hub.close();
  expect(store.reports).toEqual([]);
});

const publish = (rules: PolicyRule[] | null, scope: PolicyScope = NETWORK) =>
  publishPolicy(store.hub, store.requestId(), scope, rules, MERCY);
/** Lets the work that is due run to its end: a look, its work, and the next look. */
async function settle(): Promise<void> {
  outcomes.wake();
  for (let turn = 0; turn < 400; turn++) await new Promise((next) => setImmediate(next));
}
const receipt = async (version: number) => value(await store.hub.ask('pricing.receipt', { version }, ANA));
const score = async (version: number) => value(await store.hub.ask('pricing.score', { version }, ANA));
async function sell(flightId: number, seats: string[]) {
  const hold = value(await store.hold(flightId, seats));
  value(await store.hub.change('payments.confirm', { ...sale(hold), approved: [] }, ANA, store.requestId()));
  return hold;
}

describe('the receipt of a publish', () => {
  test('tells how many flights changed and which did not, at the loads of its moment', async () => {
    const flight = await store.addFlight();
    const fixed = await store.addFlight();
    await publish(economy(100), { kind: 'flight', flightId: fixed.id });
    const { version } = await publish(economy(150));
    expect(await receipt(version)).toEqual({ receipt: null, firstSale: null });
    await settle();
    await settle();
    const { receipt: found } = await receipt(version);
    expect(found?.at).toBe(store.clock.now());
    expect(found?.loads).toMatchObject({ flights: 2, up: 1, why: { narrower: 1 } });
    expect(found?.loads.largest).toEqual([expect.objectContaining({ flightId: flight.id, before: 100_00, after: 150_00 })]);
    expect(found?.expected).toMatchObject({ runs: 20, flights: 1 });
    expect(written).toBe(2);
  });

  test('of a publish for later is written when it is in force', async () => {
    await store.addFlight();
    const basedOn = value(await store.hub.ask('pricing.policies', { scope: NETWORK }, MERCY)).own[0]?.version ?? 0;
    const said = {
      scope: NETWORK,
      rules: economy(150),
      validFrom: store.clock.now() + HOUR_MS,
      validTo: null,
      reason: 'For a test',
      basedOn,
    };
    const { version } = value(await store.hub.change('policies.publish', { ...said, filed: [] }, MERCY, store.requestId()));
    await settle();
    expect((await receipt(version)).receipt).toBeNull();
    store.clock.advance(HOUR_MS);
    await settle();
    expect((await receipt(version)).receipt?.loads.up).toBe(1);
  });

  test('is due again after a crash before it was stored, and is written once', async () => {
    await store.addFlight();
    const { version } = await publish(economy(150));
    expect(value(await store.hub.look('policies.nextReceipt', {}))).toEqual({ version });
    await settle();
    expect(value(await store.hub.look('policies.nextReceipt', {}))).toEqual({ version: null });
    const { receipt: found } = await receipt(version);
    const again = { version, loads: { ...(found?.loads ?? never()), flights: 99 }, simulated: null };
    expect(value(await store.hub.change('policies.recordReceipt', again, MERCY, null))).toEqual({ recorded: false });
    expect(await receipt(version)).toEqual({ receipt: found, firstSale: null });
  });

  test('what was in force before there were policies has none, and an unknown version is refused', async () => {
    await settle();
    expect((await receipt(1)).receipt).toBeNull();
    expect(codeOf(await store.hub.ask('pricing.receipt', { version: 9 }, ANA))).toBe('POLICY_UNKNOWN');
    expect(codeOf(await store.hub.ask('pricing.score', { version: 9 }, ANA))).toBe('POLICY_UNKNOWN');
  });
});

const never = (): never => {
  throw new Error('there is a receipt');
};

describe('the score of a publish', () => {
  test('adds up what its seats paid and what they would have cost before, and names the first sale', async () => {
    const flight = await store.addFlight();
    await sell(flight.id, ['20A']);
    const { version } = await publish(economy(150));
    const first = await sell(flight.id, ['21A', '21B']);
    await sell(flight.id, ['22A']);
    expect((await score(version)).behind).toBeGreaterThan(0);
    await settle();
    // Before, one, three and four seats of 178 were taken: half of that share on top of 100.00, in whole dollars.
    expect(await score(version)).toEqual({
      scores: [{ currency: 'USD', seats: 3, paid: 450_00, beforeLeast: 301_00, beforeMost: 301_00, dearer: 0, unknown: 0, givenBack: 0 }],
      behind: 0,
    });
    expect((await receipt(version)).firstSale).toEqual({ bookingId: first.bookingId, locator: first.locator, at: store.clock.now() });
    expect((await score(1)).scores).toEqual([]);
  });

  test('of a cheaper price says between which amounts the seats had earned before', async () => {
    const flight = await store.addFlight();
    const { version } = await publish(economy(50));
    await sell(flight.id, ['21A', '21B']);
    await settle();
    expect((await score(version)).scores).toMatchObject([{ seats: 2, paid: 100_00, beforeLeast: 0, beforeMost: 200_00, dearer: 2 }]);
  });

  test('takes seats out again that are given back', async () => {
    const flight = await store.addFlight();
    const { version } = await publish(economy(150));
    const hold = await sell(flight.id, ['21A', '21B']);
    await settle();
    const quote = value(await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId: hold.bookingId }, ANA));
    value(
      await store.hub.execute('bookings.cancel', { requestId: store.requestId(), bookingId: hold.bookingId, offerId: quote.offerId }, ANA),
    );
    await settle();
    expect((await score(version)).scores).toMatchObject([{ seats: 0, paid: 0, beforeLeast: 0, beforeMost: 0, givenBack: 2 }]);
    expect((await receipt(version)).firstSale?.bookingId).toBe(hold.bookingId);
  });

  test('counts seats whose price before nobody can work out, and adds no amount for them', async () => {
    const flight = await store.addFlight();
    await publish(economy(100, { rule: 'loadTiers', over: 'flight', tiers: [{ below: 50, percent: 100 }], above: 200 }));
    const { version } = await publish(economy(150));
    await sell(flight.id, ['21A']);
    await settle();
    expect((await score(version)).scores).toMatchObject([{ seats: 1, unknown: 1, paid: 0, beforeMost: 0 }]);
  });

  test('asks for each seat and passenger what the policy before asked', async () => {
    const flight = await store.addFlight();
    await publish(economy(100, { rule: 'passengerType', percent: { ADT: 100, CHD: 75, INF: 10, INS: 75 } }));
    const { version } = await publish(economy(150));
    const passengers = [
      { type: 'ADT', infant: false, assistance: false },
      { type: 'CHD', infant: false, assistance: false },
    ] as const;
    const hold = value(await store.hold(flight.id, ['21A', '21B'], { passengers: [...passengers] }));
    const people = sale(hold).passengers.map((person, place) => (place === 1 ? { ...person, birthDate: '2018-03-02' } : person));
    value(await store.hub.change('payments.confirm', { ...sale(hold, { passengers: people }), approved: [] }, ANA, store.requestId()));
    await settle();
    expect((await score(version)).scores).toMatchObject([{ seats: 2, paid: 300_00, beforeLeast: 175_00 }]);
  });

  test('a part of the journal that is recorded twice counts once', async () => {
    const flight = await store.addFlight();
    const { version } = await publish(economy(150));
    await sell(flight.id, ['21A']);
    const { more: _, ...part } = value(await store.hub.look('policies.salesToScore', {}));
    expect(value(await store.hub.change('policies.recordScores', part, MERCY, null))).toEqual({ recorded: true });
    expect(value(await store.hub.change('policies.recordScores', part, MERCY, null))).toEqual({ recorded: false });
    expect((await score(version)).scores).toMatchObject([{ seats: 1, paid: 150_00 }]);
  });
});
