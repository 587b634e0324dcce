// A backup put back in a window: the program goes on, its page begins anew, and the store is that of then.
import { test } from '@playwright/test';
import { callWindow } from './support/call-window.ts';
import { expect } from './support/expect.ts';
import { type OpenWindow, openWindow } from './support/open-window.ts';
import { SUPERVISOR, signIn } from './support/sign-in.ts';

let window: OpenWindow;
test.beforeAll(async () => {
  window = await openWindow();
});
test.afterAll(() => window.remove());

test('the window stays, asks who is there, and works on the store that was put back', async () => {
  const { page } = window;
  await signIn(page, SUPERVISOR, 'T1-01');
  expect(await callWindow(page, 'settings.set', { requestId: 'minutes-before', name: 'holdMinutes', value: 7 })).toMatchObject({
    ok: true,
  });
  expect(await callWindow(page, 'backups.start', { requestId: 'backup-00001' })).toMatchObject({ ok: true });
  await expect
    .poll(async () => callWindow(page, 'backups.status', {}))
    .toMatchObject({ value: { running: null, last: { refusal: null } } });
  const status = await callWindow(page, 'backups.status', {});
  expect(await callWindow(page, 'settings.set', { requestId: 'minutes-after', name: 'holdMinutes', value: 9 })).toMatchObject({ ok: true });

  const file = (status.ok && status.value.last?.file) || '';
  expect(await callWindow(page, 'backups.restore', { requestId: 'restore-0001', file })).toMatchObject({ ok: true });
  await expect(page.getByRole('form', { name: 'Sign in' })).toBeVisible({ timeout: 60_000 });
  await signIn(page, SUPERVISOR, 'T1-01');
  expect(await callWindow(page, 'settings.get', {})).toMatchObject({ value: { holdMinutes: 7 } });
  expect(await callWindow(page, 'backups.status', {})).toMatchObject({ value: { restored: { file } } });
});
