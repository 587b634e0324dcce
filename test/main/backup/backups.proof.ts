import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type HubBackups, hubBackups } from '../../../main/backup/hub-backups.ts';
import type { HubCall } from '../../../main/hub/hub-methods.ts';
import { startBackup } from '../../../main/threads/start-backup.ts';
import type { Output } from '../../../shared/contract.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import type { Notice } from '../../../shared/notices.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { KeptLog } from '../support/small-hub.ts';
import { codeOf, MERCY, openTestHub, type TestHub, value } from '../support/test-hub.ts';
import { backupStore } from './backup-store.ts';

let files: ReturnType<typeof backupStore>;
let clock: FakeClock;
let timer: FakeTimer;
let opened: TestHub;
let backups: HubBackups;
let log: KeptLog;
const notices: Notice[] = [];
const troubles: string[] = [];
let reopened = 0;
/** Wakes when a notice or a trouble is told. */
let wake = () => {};
/** Charges that the terminal is being asked about. */
const asked = new Set<string>();

beforeEach(async () => {
  files = backupStore();
  clock = new FakeClock();
  timer = new FakeTimer(clock);
  log = new KeptLog();
  notices.length = 0;
  troubles.length = 0;
  asked.clear();
  reopened = 0;
  opened = await openTestHub({ file: files.store, clock });
  await setMinutes(6);
  backups = hubBackups({
    ...{
      store: files.store,
      mode: 'training',
      folder: files.folder,
      hub: opened.hub,
      clock,
      timer,
      log,
      run: startBackup,
      restore: undefined,
    },
    payments: { asked, stopUnlessAsked: () => asked.size === 0, goOn: () => {} },
    tell: (notice) => {
      notices.push(notice);
      wake();
    },
    trouble: (problem) => {
      troubles.push(problem);
      wake();
    },
    reopen: () => {
      reopened++;
      wake();
    },
  });
  await until(() => timer.waiting > 0);
});
afterEach(async () => {
  await backups.close(false);
  await opened.hub.close();
  files.remove();
});

const call = { actor: MERCY } as HubCall;
let minutesSet = 0;
const setMinutes = async (minutes: number) =>
  value(await opened.hub.execute('settings.set', { requestId: `set-minutes-${++minutesSet}`, name: 'holdMinutes', value: minutes }, MERCY));
const setBackups = (change: Partial<Output<'settings.setBackups'>>) =>
  opened.hub.execute(
    'settings.setBackups',
    { requestId: `set-backups-${++minutesSet}`, hourly: true, atQuit: true, hourlyKept: 24, dailyKept: 30, ...change },
    MERCY,
  );
const status = async () => value(await backups.methods['backups.status'](call, {}));
const start = () => backups.methods['backups.start'](call, { requestId: 'backup-start-1' });
const list = async () => value(await backups.methods['backups.list'](call, {})).backups;
const idle = () => notices.filter((notice) => notice.type === 'backup.progress' && notice.running === null).length;

/** Waits for something to be told, again and again, until it is so. */
async function until(so: () => boolean): Promise<void> {
  while (!so()) {
    await new Promise<void>((told) => {
      wake = told;
      setImmediate(told);
    });
  }
}

describe('a backup that somebody asks for', () => {
  test('is answered at once, told step by step, and then in the list', async () => {
    expect(value(await start())).toMatchObject({ running: { kind: 'asked', step: 'copying' } });
    expect(codeOf(await start())).toBe('BACKUP_RUNNING');
    await until(() => idle() === 1);
    const steps = notices.flatMap((notice) => (notice.type === 'backup.progress' && notice.running ? [notice.running.step] : []));
    expect(new Set(steps)).toEqual(new Set(['copying', 'checking']));
    const [made] = await list();
    expect(made).toMatchObject({ kind: 'asked', newestEvent: opened.hub.newestEvent });
    expect(await status()).toMatchObject({ running: null, last: { kind: 'asked', file: made?.file, refusal: null }, restored: null });
  });

  test('puts off the hourly one, which was said to be due within the minute', async () => {
    value(await start());
    await until(() => idle() === 1);
    const [made] = await list();
    await expect.poll(async () => (await status()).nextAt).toBe((made?.at ?? 0) + HOUR_MS);
  });

  test('can be stopped, and leaves nothing', async () => {
    value(await start());
    value(await backups.methods['backups.stop'](call, {}));
    await until(() => idle() === 1);
    expect(await list()).toEqual([]);
    expect(await status()).toMatchObject({ last: { file: null, refusal: { code: 'BACKUP_STOPPED' } } });
    expect(troubles).toEqual([]);
  });

  test('is refused with the reason where the folder cannot be used', async () => {
    writeFileSync(files.folder, 'a file');
    expect(await start()).toMatchObject({ ok: false, refusal: { code: 'BACKUP_FOLDER', message: expect.stringContaining(files.folder) } });
    expect(codeOf(await backups.methods['backups.list'](call, {}))).toBe('BACKUP_FOLDER');
  });
});

describe('every hour', () => {
  const pass = async (ms: number, notice = true) => {
    const before = idle();
    timer.pass(ms);
    if (notice) await until(() => idle() > before);
  };

  test('one is made, a minute after the start when there is none yet', async () => {
    expect((await status()).nextAt).toBe(clock.now() + MINUTE_MS);
    await pass(MINUTE_MS);
    expect(await list()).toMatchObject([{ kind: 'hourly' }]);
    await until(() => timer.waiting > 0);
    expect((await status()).nextAt).toBe(clock.now() + HOUR_MS);
  });

  test('nothing is made when nothing has changed, and something as soon as it has', async () => {
    await pass(MINUTE_MS);
    await until(() => timer.waiting > 0);
    await pass(HOUR_MS, false);
    await until(() => timer.waiting > 0);
    expect(await list()).toHaveLength(1);
    await setMinutes(7);
    await pass(HOUR_MS);
    expect(await list()).toHaveLength(2);
  });

  test('a clock that was slept through makes it at once', async () => {
    await pass(MINUTE_MS);
    await until(() => timer.waiting > 0);
    await setMinutes(7);
    const before = idle();
    clock.step(5 * HOUR_MS);
    await until(() => timer.waiting > 0);
    timer.pass(1);
    await until(() => idle() > before);
    expect(await list()).toHaveLength(2);
  });

  test('switched off, none is made and none is due; switched on again, it goes on', async () => {
    value(await setBackups({ hourly: false }));
    await until(() => timer.waiting === 0);
    expect(await status()).toMatchObject({ nextAt: null, settings: { hourly: false } });
    value(await setBackups({ hourly: true }));
    await until(() => timer.waiting > 0);
    await pass(MINUTE_MS);
    expect(await list()).toHaveLength(1);
  });

  test('one that could not be made is shown as trouble until one could, and tried again after ten minutes', async () => {
    writeFileSync(files.folder, 'a file');
    await pass(MINUTE_MS);
    expect(troubles).toEqual([expect.stringMatching(/^No backup was made\. The backup folder .* cannot be used: it is no folder\.$/)]);
    await until(() => timer.waiting > 0);
    expect((await status()).nextAt).toBe(clock.now() + 10 * MINUTE_MS);
    rmSync(files.folder);
    await pass(10 * MINUTE_MS);
    expect(troubles.at(-1)).toBe('');
    expect(await list()).toHaveLength(1);
  });
});

describe('at quit', () => {
  const quit = async () => {
    const last = await backups.close(true);
    await opened.hub.close();
    await last();
    return readdirSync(files.root).includes('backups') ? readdirSync(files.folder).filter((file) => file.endsWith('.sqlite')) : [];
  };

  test('one is made of the closed store', async () => {
    expect(await quit()).toEqual([expect.stringMatching(/^training-.*-quit\.sqlite$/)]);
    expect(log.lines.join('\n')).toContain('A backup was made at quit and verified.');
  });

  test('none is made when nothing has changed since the newest', async () => {
    value(await start());
    await until(() => idle() === 1);
    expect(await quit()).toHaveLength(1);
    expect(log.lines.join('\n')).toContain('none was made at quit');
  });

  test('none is made where the setting says so', async () => {
    mkdirSync(files.folder);
    value(await setBackups({ atQuit: false }));
    expect(await quit()).toEqual([]);
  });

  test('one that cannot be made is in the log, and the quit goes on', async () => {
    writeFileSync(files.folder, 'a file');
    const last = await backups.close(true);
    await opened.hub.close();
    await last();
    expect(log.lines.join('\n')).toContain('No backup was made at quit. The backup folder');
    expect(readFileSync(files.folder, 'utf8')).toBe('a file');
  });
});

describe('a restore from the list', () => {
  test('checks, answers, and then has the hub opened again', async () => {
    value(await start());
    await until(() => idle() === 1);
    const [made] = await list();
    const reply = await backups.methods['backups.restore'](call, { requestId: 'restore-0001', file: made?.file ?? '' });
    expect(value(reply)).toEqual({ file: made?.file });
    expect(reopened).toBe(0);
    await until(() => reopened === 1);
    expect(codeOf(await start())).toBe('BACKUP_RUNNING');
    expect(readdirSync(files.root)).toContain('training.sqlite.restore');
  });

  test('is refused while a card is asked, before and after the backup is checked, and leaves nothing', async () => {
    value(await start());
    await until(() => idle() === 1);
    const [made] = await list();
    const restore = () => backups.methods['backups.restore'](call, { requestId: 'restore-0001', file: made?.file ?? '' });
    asked.add('the-charge');
    expect(codeOf(await restore())).toBe('CARD_ASKED');
    asked.clear();
    const late = restore();
    asked.add('the-charge');
    expect(codeOf(await late), 'a card that was asked while the backup was being checked').toBe('CARD_ASKED');
    expect(reopened).toBe(0);
    expect(readdirSync(files.root).filter((name) => name.includes('restore'))).toEqual([]);
    asked.clear();
    expect(codeOf(await restore())).toBe('ok');
  });

  test('refuses what is not in the list, whatever lies beside it', async () => {
    mkdirSync(files.folder);
    const file = 'live-2026-11-21T14-00-00Z-hourly.sqlite';
    writeFileSync(join(files.folder, file), '');
    expect(codeOf(await backups.methods['backups.restore'](call, { requestId: 'restore-0001', file }))).toBe('BACKUP_UNKNOWN');
  });
});

test.each([
  ['hourlyKept', 0],
  ['hourlyKept', 169],
  ['dailyKept', 0],
  ['dailyKept', 367],
])('settings refuse %s of %i', async (key, number) => {
  expect(await setBackups({ [key]: number })).toMatchObject({ ok: false, refusal: { code: 'SETTING_OUT_OF_RANGE' } });
  expect((await status()).settings).toEqual({ hourly: true, atQuit: true, hourlyKept: 24, dailyKept: 30 });
});
