import { describe, expect, test } from 'vitest';
import { doWhatIf } from '../../../main/what-if/do-what-if.ts';
import type { WhatIfChange, WhatIfProgress } from '../../../main/what-if/what-if-task.ts';
import { instant } from '../../../shared/instants.ts';
import type { PolicyRule } from '../../../shared/pricing/policy.ts';
import { rulesOf } from '../support/publish-policy.ts';
import { tinyReference } from '../support/tiny-reference.ts';
import { TinyStore } from '../support/tiny-store.ts';

const NOW = instant(Date.parse('2026-11-20T00:00Z'));
const NETWORK = { kind: 'network' } as const;
const OPTIONS = { storeFile: '', seed: 41, runs: 40, demandPercent: 140, order: 'mixed' } as const;
const dearer = (percent: number): PolicyRule[] => [
  { rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: percent } },
  { rule: 'rounding', to: 1, less: 0 },
];

/** Runs a what-if over the store, with all that it told. */
async function tried(store: TinyStore, change: WhatIfChange, more: { readonly runs?: number } = {}, steady = () => 0) {
  const told: WhatIfProgress[] = [];
  await doWhatIf(store.db, tinyReference, { ...OPTIONS, ...more, now: NOW, change }, (progress) => told.push(progress), steady);
  const last = told.at(-1);
  if (!last) throw new Error('it tells its end');
  return { told, last };
}
const flight = (store: TinyStore, more: Partial<Parameters<TinyStore['flight']>[0]> = {}) =>
  store.flight({ route: 'JFK-LAX', departs: '2026-11-26T14:00', minutes: 360, ...more });

describe('the flights of a scope', () => {
  test('that are still to leave are counted, at their present loads', async () => {
    const store = await TinyStore.open();
    const [half, fixed] = [flight(store), flight(store, { strategy: 'fixed' })];
    flight(store, { departs: '2026-11-19T14:00' });
    flight(store, { cancelled: true });
    flight(store, { departs: '2026-11-20T00:00' });
    store.load(half, 'Y', 23, 3, 8);
    const { last } = await tried(store, { kind: 'draft', scope: NETWORK, rules: dearer(200) });
    const { loads } = last;
    // Business is twice and a half the filed fare by both: 250.00, no seat is sold. Of economy 11 of 23 seats are taken: 100.00 and 24 % on top.
    expect(loads).toMatchObject({ flights: 2, up: 1, cabins: 4, cabinsChanged: 1, why: { narrower: 1, same: 0 } });
    expect(loads.largest).toEqual([
      expect.objectContaining({ flightId: half, cabin: 'Y', taken: 11, authorised: 23, before: 124_00, after: 200_00 }),
    ]);
    expect(loads.unchanged.filter(({ why }) => why === 'narrower').map(({ flightId }) => flightId)).toEqual([fixed, fixed]);
  });

  test('a route is its flights alone, a flight is itself, and both beat the network', async () => {
    const store = await TinyStore.open();
    const [one] = [flight(store), flight(store), flight(store, { route: 'JFK-BOS' })];
    const route = await tried(store, { kind: 'draft', scope: { kind: 'route', origin: 'JFK', destination: 'LAX' }, rules: dearer(200) });
    expect(route.last.loads).toMatchObject({ flights: 2, up: 2 });
    const alone = await tried(store, { kind: 'draft', scope: { kind: 'flight', flightId: one }, rules: dearer(200) });
    expect(alone.last.loads).toMatchObject({ flights: 1, up: 1 });
    expect(alone.last.simulated?.flights).toBe(1);
  });

  test('none at all is no flight, and nothing to simulate', async () => {
    const store = await TinyStore.open();
    for (const scope of [NETWORK, { kind: 'flight', flightId: 9 }, { kind: 'route', origin: 'JFK', destination: 'LAX' }] as const) {
      const { last } = await tried(store, { kind: 'draft', scope, rules: dearer(200) });
      expect([last.loads.flights, last.simulated]).toEqual([0, null]);
    }
  });

  test('two thousand flights and more are read in parts, each once', async () => {
    const store = await TinyStore.open();
    for (let count = 0; count < 2_100; count++) flight(store, { number: 1 + count });
    const { told, last } = await tried(store, { kind: 'draft', scope: NETWORK, rules: dearer(200) }, { runs: 2 });
    expect(last.loads).toMatchObject({ flights: 2_100, up: 2_100 });
    expect(last.loads.largest).toHaveLength(200);
    expect(told.find(({ stage, done }) => stage === 'loads' && done === 2_100)).toBeTruthy();
    expect(last.simulated?.flights).toBe(30);
  });
});

describe('a published version', () => {
  test('is compared with what was in force without it', async () => {
    const store = await TinyStore.open();
    const id = flight(store);
    const publish = (rules: PolicyRule[]) =>
      store.db
        .change(
          `INSERT INTO policies (version, scope, rules, valid_from, author, reason, published_at)
           SELECT max(version) + 1, 'network', ?, 0, 'osei', 'a test', 0 FROM policies`,
        )
        .run(JSON.stringify(rules));
    publish(dearer(120));
    publish(dearer(300));
    const { last } = await tried(store, { kind: 'version', version: 2 });
    expect(last.loads.largest).toEqual([expect.objectContaining({ flightId: id, before: 100_00, after: 120_00 })]);
  });
});

describe('the simulation', () => {
  test('gives the same figures for the same seed, and none changes when the clock tells more often', async () => {
    const store = await TinyStore.open();
    flight(store);
    let at = 0;
    const change = { kind: 'draft', scope: NETWORK, rules: rulesOf('tiers') } as const;
    const [quiet, often] = [await tried(store, change), await tried(store, change, {}, () => (at += 1_000))];
    const figures = ({ last }: typeof quiet) => ({ ...last.simulated, points: [] });
    expect(figures(often)).toEqual(figures(quiet));
    expect(often.told.length).toBeGreaterThan(quiet.told.length);
    expect(quiet.last).toMatchObject({ stage: 'simulation', done: 40, total: 40 });
  });

  test('takes the currency that most flights have, because amounts of two cannot be added', async () => {
    const store = await TinyStore.open();
    flight(store, { currency: 'JPY' });
    flight(store);
    flight(store);
    const { last } = await tried(store, { kind: 'draft', scope: NETWORK, rules: dearer(200) });
    expect(last.simulated).toMatchObject({ currency: 'USD', flights: 2 });
    expect(last.loads.means.map(({ currency }) => currency).sort()).toEqual(['JPY', 'USD']);
  });
});
