// A store that is slow to open: the window is there from the start, says so, and turns into the console by itself.
import { test } from '@playwright/test';
import { expect } from './support/expect.ts';
import { type OpenWindow, openWindow } from './support/open-window.ts';
import { SUPERVISOR, signIn } from './support/sign-in.ts';

let window: OpenWindow;
test.beforeAll(async () => {
  window = await openWindow({ slowStore: true });
});
test.afterAll(() => window.remove());

test('the window says that the store is opened, and is the console as soon as it is open', async () => {
  const { app, page } = window;
  await expect(page.getByText('Aisle is opening its store.')).toBeVisible();
  await app.evaluate(() => Reflect.get(globalThis, 'openStore')());
  await signIn(page, SUPERVISOR, 'T1-04');
  expect(app.windows()).toEqual([page]);
});
