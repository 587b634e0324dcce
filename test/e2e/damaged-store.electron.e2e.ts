// The store was damaged while the hub was switched off. The hub opens with the question whether a backup is to be restored.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from '@playwright/test';
import { SqliteDatabase } from '../../main/store/sqlite.ts';
import { callWindow } from './support/call-window.ts';
import { expect } from './support/expect.ts';
import { openWindow } from './support/open-window.ts';
import { SUPERVISOR, signIn } from './support/sign-in.ts';

let folder: string;
const store = () => path.join(folder, 'training.sqlite');

/** Overwrites the first page of the journal with zeros. */
async function damage(): Promise<void> {
  const db = new SqliteDatabase({ file: store() });
  const [{ page_size: pageBytes }] = db.pragma('page_size') as [{ page_size: number }];
  const root = await db.query<{ rootpage: number }>("SELECT rootpage FROM sqlite_schema WHERE name = 'journal'").get();
  db.close();
  const bytes = readFileSync(store());
  const from = ((root?.rootpage ?? 0) - 1) * pageBytes;
  writeFileSync(store(), bytes.fill(0, from, from + pageBytes));
}

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'aisle-e2e-'));
  const { page, close } = await openWindow({ folder });
  await signIn(page, SUPERVISOR, 'T1-01');
  expect(await callWindow(page, 'settings.set', { requestId: 'minutes-backed-up', name: 'holdMinutes', value: 7 })).toMatchObject({
    ok: true,
  });
  expect(await callWindow(page, 'backups.start', { requestId: 'backup-00001' })).toMatchObject({ ok: true });
  await expect
    .poll(async () => callWindow(page, 'backups.status', {}), { timeout: 60_000 })
    .toMatchObject({ value: { running: null, last: { refusal: null } } });
  await close();
  await damage();
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('who changes nothing is told what is wrong and where the newest backup is, and the store stays as it is', async () => {
  const before = readFileSync(store());
  const { page, close } = await openWindow({ folder, answer: 'Change nothing' });
  await expect(page.locator('main')).toContainText('damaged');
  await expect(page.locator('main')).toContainText('restore');
  await close();
  expect(readFileSync(store()).equals(before)).toBe(true);
});

test('who puts the backup back sells on with what it held, and the damaged store is kept', async () => {
  const { app, page, close } = await openWindow({ folder, answer: 'Put the backup back' });
  await signIn(page, SUPERVISOR, 'T1-01');
  expect(await callWindow(page, 'settings.get', {})).toMatchObject({ value: { holdMinutes: 7 } });
  const asked = (await app.evaluate(() => Reflect.get(globalThis, 'asked'))) as { message: string; detail: string }[];
  expect(asked).toEqual([{ message: expect.stringContaining('damaged'), detail: expect.stringContaining('The newest backup') }]);
  await close();
  expect(readdirSync(folder).filter((name) => /^training.*replaced/.test(name)).length).toBeGreaterThan(0);
});
