import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../../main/store/open-store.ts';
import { startWhatIf } from '../../../main/threads/start-what-if.ts';
import type { WhatIfProgress, WhatIfTask } from '../../../main/what-if/what-if-task.ts';
import { HOUR_MS } from '../../../shared/instants.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { rulesOf } from '../support/publish-policy.ts';

const fresh = { storeId: 'what-if', locatorKey: 3, madeAt: 0 };
const now = new FakeClock().now();
let folder = '';
let task: WhatIfTask;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-what-if-'));
  const storeFile = join(folder, 'store.sqlite');
  const { db } = await openStore({ file: storeFile, mode: 'training', fresh });
  await db
    .change(
      `INSERT INTO flights (id, carrier, number, origin, destination, service_day, departs_at, arrives_at, equipment, seat_map, base_fare, currency)
       VALUES (1, 'B6', 1, 'JFK', 'LAX', 20000, ?, ?, '320', 'a320', 10000, 'USD')`,
    )
    .run(now + 48 * HOUR_MS, now + 54 * HOUR_MS);
  await db.close();
  const change = { kind: 'draft', scope: { kind: 'network' }, rules: rulesOf('tiers') } as const;
  task = { storeFile, now, change, seed: 41, runs: 200, demandPercent: 140, order: 'mixed' };
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a thread of its own tells how it goes, and the figures of all runs at the end', async () => {
  const told: WhatIfProgress[] = [];
  expect(await startWhatIf(task, new AbortController().signal, (step) => told.push(step))).toEqual({ ended: 'well' });
  expect(told.at(-1)).toMatchObject({ stage: 'simulation', done: 200, total: 200, simulated: { runs: 200, flights: 1 } });
  expect(told[0]?.loads).toMatchObject({ flights: 1, down: 1 });
});

test('it ends at once when it is stopped, however many runs are left', async () => {
  const stop = new AbortController();
  const told: WhatIfProgress[] = [];
  const outcome = await startWhatIf({ ...task, runs: 10_000_000 }, stop.signal, (step) => {
    told.push(step);
    if (step.stage === 'simulation') stop.abort();
  });
  expect(outcome).toEqual({ ended: 'stopped' });
  expect(told.at(-1)?.simulated?.runs).toBeGreaterThan(1);
  expect(await startWhatIf(task, stop.signal, () => {})).toEqual({ ended: 'stopped' });
});

test('a store that is not there is a trouble with its reason, and none is made', async () => {
  const storeFile = join(folder, 'other.sqlite');
  const outcome = await startWhatIf({ ...task, storeFile }, new AbortController().signal, () => {});
  expect(outcome).toMatchObject({ ended: 'trouble', trouble: 'read-only' });
  expect(existsSync(storeFile)).toBe(false);
});
