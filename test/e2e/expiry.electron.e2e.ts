// A hold that ends by itself, seen in a window.
import { test } from '@playwright/test';
import { watchHoldExpire } from './support/hold-expires.ts';
import { type OpenWindow, openWindow } from './support/open-window.ts';

let window: OpenWindow;
test.beforeAll(async () => {
  window = await openWindow();
});
test.afterAll(() => window.remove());

test('seats whose hold ends are free again, and the sale says what happened', async () => {
  await watchHoldExpire({ page: window.page, moveTime: (ms) => window.moveTime(ms) });
});
