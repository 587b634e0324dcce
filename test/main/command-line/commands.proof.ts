import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backupStore as backupCommand } from '../../../main/command-line/backup-command.ts';
import { checkStore } from '../../../main/command-line/check-command.ts';
import { restoreStore } from '../../../main/command-line/restore-command.ts';
import { SqliteDatabase } from '../../../main/store/sqlite.ts';
import { lockStore } from '../../../main/store/store-lock.ts';
import { backupStore, sell } from '../backup/backup-store.ts';
import { toFirstVersion } from '../support/first-version.ts';

const NOW = Date.UTC(2026, 10, 21, 14, 5, 9);
const AISLE = resolve(import.meta.dirname, '../../../main/aisle.ts');
let files: ReturnType<typeof backupStore>;
beforeEach(async () => {
  files = backupStore();
  await files.selling(async (hub) => {
    await hub.addFlight();
    await sell(hub, 1, '20A');
  });
});
afterEach(() => files.remove());

async function run(work: 'backup' | 'restore' | 'check', file?: string, more: { json?: boolean; dataDir?: string } = {}) {
  let text = '';
  const out = (said: string) => {
    text += said;
  };
  const common = {
    dataDir: files.root,
    backupsDir: files.folder,
    mode: undefined,
    json: false,
    now: NOW,
    out,
    progress: () => {},
    ...more,
  };
  const code =
    work === 'backup'
      ? await backupCommand({ ...common, to: file })
      : work === 'restore'
        ? await restoreStore({ ...common, file: file ?? '' })
        : await checkStore({ ...common, file });
  return { code, text };
}

describe('on the command line', () => {
  test('a backup goes beside the others, into a folder, or into a file that is not there yet', async () => {
    const usual = await run('backup');
    expect(usual).toMatchObject({
      code: 0,
      text: expect.stringMatching(/^Backed up .*\nto .*-asked\.sqlite: \d\.\d MB, 1 bookings, journal up to 2\.\n/),
    });
    expect((await run('backup', files.root)).text).toContain(join(files.root, 'training-2026-11-21T14-05-09Z-asked.sqlite'));
    const own = join(files.root, 'disk', 'friday.sqlite');
    expect((await run('backup', own)).code).toBe(0);
    expect(await run('backup', own)).toMatchObject({ code: 1, text: `Refused: ${own} is there already.\nChoose another name.\n` });
    expect((await run('check', own)).code).toBe(0);
  });

  test('a backup is made while an Aisle has the store, a restore is not', async () => {
    const own = join(files.root, 'friday.sqlite');
    const lock = await lockStore(files.store);
    expect((await run('backup', own)).code).toBe(0);
    const refused = await run('restore', own);
    lock.release();
    expect(refused).toMatchObject({ code: 1, text: expect.stringMatching(/^Refused: Another Aisle has the store .* open\.\n/) });
    expect((await run('restore', own)).code).toBe(0);
  });

  test('a restore finds a backup by its name, says where the replaced store is, and that store can be checked', async () => {
    await run('backup');
    const done = await run('restore', '/somewhere/training-2026-11-21T14-05-09Z-asked.sqlite');
    const kept = join(files.root, 'training-replaced-2026-11-21T14-05-09Z.sqlite');
    expect(done).toMatchObject({ code: 0, text: expect.stringContaining(`is kept as ${kept}.`) });
    expect((await run('check')).code).toBe(0);
    expect((await run('check', kept)).text).toMatch(/1 bookings and holds, journal up to 2:[\s\S]*No problem was found\.\n$/);
  });

  test('a restore into an empty folder makes the store that the backup says it is', async () => {
    await run('backup');
    const done = await run('restore', join(files.folder, 'training-2026-11-21T14-05-09Z-asked.sqlite'), {
      dataDir: join(files.root, 'new'),
    });
    expect(done).toMatchObject({ code: 0, text: expect.stringContaining('There was no store that it could replace.') });
    expect(readdirSync(join(files.root, 'new'))).toContain('training.sqlite');
  });

  test('a store of an earlier version is checked and put back as one of this version, and is itself left as it is', async () => {
    const old = join(files.root, 'old.sqlite');
    expect((await run('backup', old)).code).toBe(0);
    await toFirstVersion(old, { single: true });
    const before = readFileSync(old);
    const inFolder = readdirSync(files.root);
    expect(await run('check', old)).toMatchObject({ code: 0, text: expect.stringContaining('No problem was found.') });
    expect(readFileSync(old).equals(before)).toBe(true);
    expect((await run('check', old, { dataDir: join(files.root, 'none') })).code).toBe(0);
    expect(readdirSync(files.root)).toEqual(inFolder);
    expect((await run('restore', old)).code).toBe(0);
    expect((await run('check')).code).toBe(0);
    const lying = new SqliteDatabase({ file: old, single: true });
    await lying.script('UPDATE cabin_counters SET sold = sold + 1');
    lying.close();
    expect(await run('check', old)).toMatchObject({ code: 1, text: expect.stringContaining('Problem: ') });
  });

  test('a check tells what is wrong, and ends with 1', async () => {
    await files.selling(async (hub) => void (await hub.db.change('UPDATE cabin_counters SET sold = sold + 1').run()));
    const found = await run('check');
    expect(found.code).toBe(1);
    expect(found.text).toMatch(/Problem: .*counts.*\.\nKeep the file/);
    expect(JSON.parse((await run('check', undefined, { json: true })).text)).toMatchObject({
      ok: false,
      file: files.store,
      refusal: { code: 'STORE_DAMAGED' },
    });
    expect((await run('check', join(files.root, 'none'))).text).toContain('There is no file');
  });

  test('what is no backup is refused', async () => {
    writeFileSync(join(files.root, 'letter.sqlite'), 'dear aunt '.repeat(900));
    expect(await run('restore', join(files.root, 'letter.sqlite'))).toMatchObject({ code: 1, text: expect.stringContaining('is damaged') });
    expect(await run('restore', join(files.root, 'none.sqlite'))).toMatchObject({
      code: 1,
      text: expect.stringContaining('There is no backup none.sqlite.'),
    });
    expect(await run('backup', undefined, { dataDir: join(files.root, 'nowhere') })).toMatchObject({
      code: 1,
      text: expect.stringContaining('There is no store'),
    });
  });

  test.each([
    ['a restore of nothing', ['restore']],
    ['two files', ['check', 'a', 'b']],
    ['a dry backup', ['backup', '--dry-run']],
    ['an unknown command', ['undo']],
  ])('%s ends with 2 and the usage', (_name, args) => {
    const done = spawnSync(process.execPath, [AISLE, ...args], { encoding: 'utf8' });
    expect(done.status).toBe(2);
    expect(done.stderr).toContain('npm run aisle -- restore FILE');
  });

  test.runIf(process.platform === 'linux')('a file that may not grow any further is refused, and nothing is left of it', () => {
    const args = ['backup', '--data', files.root];
    const done = spawnSync('/bin/sh', ['-c', `ulimit -f 100; exec "$0" "$@"`, process.execPath, AISLE, ...args], { encoding: 'utf8' });
    expect(done.stdout).toMatch(/^Refused: /);
    expect(done.status).toBe(1);
    expect(readdirSync(files.folder).filter((file) => file !== 'training.lock')).toEqual([]);
  });
});
