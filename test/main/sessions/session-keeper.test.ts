import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from '../../../main/hub/fingerprint.ts';
import { type KeptSession, readKeptSessions } from '../../../main/sessions/kept-sessions.ts';
import { SessionKeeper } from '../../../main/sessions/session-keeper.ts';
import { SESSION_KEPT_MS } from '../../../shared/bounds.ts';
import { later, MINUTE_MS } from '../../../shared/instants.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { KeptLog } from '../support/small-hub.ts';

let folder = '';
let file = '';
let clock: FakeClock;
let timer: FakeTimer;
let log: KeptLog;
let now: KeptSession[];
let asked: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-keeper-'));
  file = join(folder, 'sessions');
  clock = new FakeClock();
  timer = new FakeTimer(clock);
  log = new KeptLog();
  asked = 0;
  now = ['ruiz', 'osei'].map((user) => ({
    ...{ user, desk: 'T1-04', deskId: 'hub', tokenPrint: fingerprint(user), pinPrint: fingerprint('pin') },
    until: later(clock.now(), 100 * SESSION_KEPT_MS),
  }));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const keeperOf = (path = file) =>
  new SessionKeeper({
    ...{ file: path, clock, timer, log },
    sessions: () => {
      asked += 1;
      return now;
    },
  });
const usersAt = async (ms: number) => (await readKeptSessions(file, later(clock.now(), ms))).map(({ user }) => user);

test('many changes at once are two writes: the one under way, and one of how it is after them', async () => {
  const keeper = keeperOf();
  const first = keeper.keep();
  await Promise.resolve();
  now = now.slice(0, 1);
  await Promise.all([first, ...Array.from({ length: 20 }, () => keeper.keep())]);
  expect(asked).toBeLessThanOrEqual(2);
  expect(await usersAt(0)).toEqual(['ruiz']);
});

test('says again and again that the hub is alive, while there are sessions', async () => {
  const keeper = keeperOf();
  await keeper.keep();
  for (let minute = 0; minute < 30; minute++) {
    timer.pass(MINUTE_MS);
    await keeper.keep();
  }
  expect(await usersAt(SESSION_KEPT_MS - 1)).toEqual(['ruiz', 'osei']);
  now = [];
  await keeper.keep();
  expect(timer.waiting).toBe(0);
});

test('at its end it says when that was, and nothing more afterwards', async () => {
  const keeper = keeperOf();
  await keeper.keep();
  clock.advance(20_000);
  await keeper.close({ forget: false });
  now = [];
  await keeper.keep();
  expect(await usersAt(SESSION_KEPT_MS - 1)).toEqual(['ruiz', 'osei']);
  expect(timer.waiting).toBe(0);
});

test('forgets all when the store is to be another one', async () => {
  const keeper = keeperOf();
  const under = keeper.keep();
  await keeper.close({ forget: true });
  await under;
  expect(existsSync(file)).toBe(false);
  expect(timer.waiting).toBe(0);
});

test('a disk that cannot be written is told once, and nobody waits for it', async () => {
  const keeper = keeperOf(join(folder, 'no-such-folder', 'sessions'));
  await keeper.keep();
  await keeper.keep();
  expect(log.lines).toHaveLength(1);
  expect(log.lines[0]).toContain('ENOENT');
});
