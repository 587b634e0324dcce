import { expect, test } from 'vitest';
import { WhatIfLane } from '../../../main/what-if/what-if-lane.ts';
import type { RunWhatIf, WhatIfProgress, WhatIfTask } from '../../../main/what-if/what-if-task.ts';
import { WhatIfs } from '../../../main/what-if/what-ifs.ts';
import { WHAT_IFS_KEPT_MAX, WHAT_IFS_WAITING_MAX } from '../../../shared/bounds.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { KeptLog } from '../support/small-hub.ts';
import { codeOf, value } from '../support/test-hub.ts';

const GIVEN = { scope: { kind: 'network' }, rules: null, seed: 1, runs: 100, demandPercent: 140, order: 'mixed' } as const;
const LOADS = {
  ...{ flights: 3, up: 1, down: 0, mixed: 0, cabins: 3, cabinsChanged: 1, why: { narrower: 0, floor: 0, ceiling: 0, same: 2 } },
  ...{ means: [], largest: [], byMoney: [], unchanged: [] },
};
const STEP: WhatIfProgress = { stage: 'loads', done: 1, total: 3, loads: LOADS, simulated: null };

/** A thread that does what the test says: `begun` are the tasks that it was given, and each waits to be told. */
function handRun() {
  const begun: { task: WhatIfTask; step: (progress: WhatIfProgress) => void; end: (outcome?: Error) => void; stopped: () => boolean }[] =
    [];
  const run: RunWhatIf = (task, signal, step) =>
    new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => resolve({ ended: 'stopped' }));
      begun.push({ task, step, stopped: () => signal.aborted, end: (error) => (error ? reject(error) : resolve({ ended: 'well' })) });
    });
  return { begun, run };
}

function open() {
  const { begun, run } = handRun();
  const log = new KeptLog();
  const whatIfs = new WhatIfs({ storeFile: 'live.sqlite', hub: new FakeClock(), lane: new WhatIfLane(run), log });
  const told: string[] = [];
  const start = (desk: string) => whatIfs.start(desk, GIVEN, () => told.push(desk));
  const seen = (desk: string) => whatIfs.status(desk, () => told.push(desk));
  const turn = () => new Promise((next) => setImmediate(next));
  return { whatIfs, begun, told, start, seen, turn, log };
}

test('a what-if answers at once, tells its desk how it goes, and keeps its figures', async () => {
  const { begun, start, seen, told, turn } = open();
  expect(value(start('T1')).run).toMatchObject({ number: 1, state: 'runs', ahead: 0, loads: null });
  begun[0]?.step(STEP);
  expect(seen('T1')).toMatchObject({ state: 'runs', done: 1, total: 3, loads: { flights: 3 } });
  begun[0]?.end();
  await turn();
  expect(seen('T1')).toMatchObject({ state: 'done', loads: { flights: 3 }, simulated: null });
  expect(new Set(told)).toEqual(new Set(['T1']));
  expect(seen('T2')).toBeNull();
});

test('after a stop the figures so far stay', async () => {
  const { whatIfs, begun, start, seen, turn } = open();
  start('T1');
  begun[0]?.step(STEP);
  whatIfs.stop('T1');
  await turn();
  expect(seen('T1')).toMatchObject({ state: 'stopped', loads: { flights: 3 } });
  expect(whatIfs.stop('T9')).toBeNull();
});

test('one runs at a time, the others wait in their order and say how many are before them', async () => {
  const { whatIfs, begun, start, seen, turn } = open();
  for (const desk of ['T1', 'T2', 'T3']) start(desk);
  expect(begun).toHaveLength(1);
  expect([seen('T2')?.ahead, seen('T3')?.ahead, seen('T3')?.state]).toEqual([1, 2, 'waits']);
  whatIfs.stop('T2');
  expect([seen('T3')?.ahead]).toEqual([1]);
  begun[0]?.end();
  await turn();
  expect(begun).toHaveLength(2);
  expect(seen('T3')).toMatchObject({ state: 'runs', ahead: 0 });
});

test('another what-if of the same desk stops the one before and takes its place', async () => {
  const { begun, start, seen, turn } = open();
  start('T1');
  begun[0]?.step(STEP);
  start('T1');
  await turn();
  expect(begun[0]?.stopped()).toBe(true);
  expect(begun).toHaveLength(2);
  expect(seen('T1')).toMatchObject({ number: 2, state: 'runs', loads: null });
});

test('so many may wait, and one more is told to come back', () => {
  const { start } = open();
  for (let desk = 0; desk <= WHAT_IFS_WAITING_MAX; desk++) expect(codeOf(start(`T${desk}`))).toBe('ok');
  expect(codeOf(start('LATE'))).toBe('WHAT_IF_BUSY');
  // A desk that waits already may begin another one: its own place gets free.
  expect(codeOf(start('T3'))).toBe('ok');
});

test('a thread that breaks off leaves a failed what-if, and the next one runs', async () => {
  const { begun, start, seen, turn, log } = open();
  start('T1');
  start('T2');
  begun[0]?.step(STEP);
  begun[0]?.end(new Error('out of memory'));
  await turn();
  expect(seen('T1')).toMatchObject({ state: 'failed', problem: 'out of memory', loads: { flights: 3 } });
  expect(seen('T2')).toMatchObject({ state: 'runs' });
  expect(JSON.stringify(log.lines)).toContain('out of memory');
});

test('only so many desks are remembered: the one that began first is forgotten, and stopped', async () => {
  const { begun, start, seen, turn } = open();
  for (let desk = 0; desk <= WHAT_IFS_KEPT_MAX; desk++) {
    start(`T${desk}`);
    begun.at(-1)?.end();
    await turn();
  }
  expect(seen('T0')).toBeNull();
  expect(seen('T1')).toMatchObject({ state: 'done' });
});

test('a hub that closes stops what runs, and what waits never begins', async () => {
  const { whatIfs, begun, start, seen } = open();
  start('T1');
  start('T2');
  await whatIfs.close();
  expect(begun).toHaveLength(1);
  expect([seen('T1')?.state, seen('T2')?.state]).toEqual(['stopped', 'stopped']);
  expect(codeOf(start('T3'))).toBe('WHAT_IF_BUSY');
});
