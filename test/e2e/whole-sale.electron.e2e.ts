// The whole way through in a window, over the preload's bridge; the run says on which Electron.
import { test } from '@playwright/test';
import { type OpenWindow, openWindow } from './support/open-window.ts';
import { sellFindAndCancel } from './support/whole-sale.ts';

let window: OpenWindow;
test.beforeAll(async () => {
  window = await openWindow();
});
test.afterAll(() => window.remove());

test('sign in, search, hold, pay, confirm, find and cancel', async () => {
  await sellFindAndCancel(window.page);
});
