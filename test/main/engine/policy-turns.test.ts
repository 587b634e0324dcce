import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchPolicyTurns } from '../../../main/engine/policy-turns.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/instants.ts';
import { rulesOf } from '../support/publish-policy.ts';
import { MERCY, openTestHub, value } from '../support/test-hub.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

test('all consoles hear when a policy begins and ends that was published for later, and nothing after the watch has stopped', async () => {
  const { hub, clock, requestId, db } = await openTestHub();
  const troubles: string[] = [];
  const stop = watchPolicyTurns({ hub, clock, trouble: (problem) => troubles.push(problem), lastWorkedAt: clock.now() });
  const turns = async () => {
    // The hub answers in turns of its own.
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    return db.column<string>("SELECT data FROM journal WHERE type = 'policy.turned' ORDER BY event").all();
  };
  const pass = async (ms: number) => {
    clock.advance(ms);
    await vi.advanceTimersByTimeAsync(ms);
  };
  const publish = async (basedOn: number, validFrom: number, validTo: number) => {
    const said = {
      scope: { kind: 'network' },
      rules: rulesOf('demand'),
      validFrom,
      validTo,
      reason: 'For later',
      basedOn,
      filed: [],
    } as const;
    value(await hub.change('policies.publish', said, MERCY, requestId()));
    await turns();
  };
  const at = clock.now();
  await publish(1, at + HOUR_MS, at + 2 * HOUR_MS);
  await pass(HOUR_MS - 1);
  expect(await turns()).toEqual([]);
  await pass(1);
  expect(await turns()).toEqual([JSON.stringify({ turn: at + HOUR_MS })]);
  await pass(HOUR_MS);
  expect(await turns()).toHaveLength(2);
  await publish(2, at + DAY_MS, at + 2 * DAY_MS);
  stop();
  await pass(3 * DAY_MS);
  expect(await turns()).toHaveLength(2);
  expect(troubles).toEqual([]);
});

test('what began and ended while no hub ran is told once when one starts, and what was told before is not told again', async () => {
  const { hub, clock, requestId, db } = await openTestHub();
  const start = (lastWorkedAt: number) => watchPolicyTurns({ hub, clock, trouble: () => {}, lastWorkedAt });
  const told = async () => {
    await vi.advanceTimersByTimeAsync(0);
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    return db.column<string>("SELECT data FROM journal WHERE type = 'policy.turned' ORDER BY event").all();
  };
  const published = clock.now();
  const validFrom = published + HOUR_MS;
  const said = {
    scope: { kind: 'network' },
    rules: rulesOf('demand'),
    validFrom,
    validTo: validFrom + HOUR_MS,
    reason: 'For later',
  } as const;
  value(await hub.change('policies.publish', { ...said, basedOn: 1, filed: [] }, MERCY, requestId()));
  clock.advance(3 * HOUR_MS);
  const stop = start(published);
  expect(await told()).toEqual([JSON.stringify({ turn: validFrom })]);
  // A publish that counts at once is no turn.
  value(await hub.change('policies.publish', { ...said, validFrom: null, validTo: null, basedOn: 2, filed: [] }, MERCY, requestId()));
  expect(await told()).toHaveLength(1);
  stop();
  start(clock.now())();
  expect(await told()).toHaveLength(1);
});
