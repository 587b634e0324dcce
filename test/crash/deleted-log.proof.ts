import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DeskConsole } from './desk-console.ts';
import { HubProcess } from './hub-process.ts';

const QUIET = { sent() {}, answered() {}, heard() {} };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the hub, signs somebody in and returns what the console is told of the hub's troubles. */
async function started() {
  const hub = new HubProcess(folder);
  const desk = await DeskConsole.signIn(await hub.ready, 'osei', 'T1-01', QUIET);
  const state = await desk.call('session.state', {});
  return { hub, desk, problem: state.ok ? state.value.trouble.problem : 'no answer' };
}

const store = () => join(folder, 'training.sqlite');
const GONE = 'training.sqlite-wal was deleted';

test('a log that was deleted after a kill is said to everybody (it was gone without a word)', async () => {
  // A quit brings the whole new store into its file. Only what comes after it is in the log alone.
  const made = await started();
  await made.hub.stop();
  const first = await started();
  expect(first.problem).toBe('');
  // While the past of a new store is sold, a sign-in alone is not written down yet.
  const set = { requestId: 'set-minutes-1', name: 'holdMinutes', value: 7 } as const;
  expect(await first.desk.call('settings.set', set)).toMatchObject({ ok: true });
  await first.hub.kill();
  for (const suffix of ['-wal', '-shm']) rmSync(store() + suffix);
  const second = await started();
  expect(second.problem).toContain(GONE);
  expect(readFileSync(join(folder, 'aisle.log'), 'utf8')).toContain(GONE);
  await second.hub.kill();
  // It is said once. What is there now is measured from here on.
  const third = await started();
  expect(third.problem).toBe('');
  await third.hub.stop();
});

test('a kill with the log left alone, and a quit, lose nothing and say nothing', async () => {
  const first = await started();
  await first.hub.kill();
  const second = await started();
  expect(second.problem).toBe('');
  await second.hub.stop();
  const third = await started();
  expect(third.problem).toBe('');
  await third.hub.stop();
});

test('a new store beside what was remembered of another one is not measured by it', async () => {
  const first = await started();
  await first.hub.kill();
  for (const suffix of ['', '-wal', '-shm']) rmSync(store() + suffix);
  const second = await started();
  expect(second.problem).toBe('');
  await second.hub.stop();
});

test('a second hub is not let in although somebody deleted the file of the lock', async () => {
  const first = await started();
  rmSync(`${store()}.lock`);
  const second = new HubProcess(folder);
  await second.ended;
  expect(second.said).toMatch(/Another Aisle has the store/);
  await first.hub.stop();
});
