// The whole way through in a browser, over the hub's socket.
import { test } from '@playwright/test';
import { Hub } from './support/start-hub.ts';
import { sellFindAndCancel } from './support/whole-sale.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

test('sign in, search, hold, pay, confirm, find and cancel', async ({ page }) => {
  await page.goto(hub.address);
  await sellFindAndCancel(page);
});
