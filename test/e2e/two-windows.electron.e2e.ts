// Two windows of one program are two desks on one store.
import { test } from '@playwright/test';
import { BoardPage } from './support/board-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { type OpenWindow, openWindow } from './support/open-window.ts';
import { AGENT, OTHER_AGENT, signIn } from './support/sign-in.ts';

let window: OpenWindow;
test.beforeAll(async () => {
  window = await openWindow();
});
test.afterAll(() => window.remove());

test('a window practises at another desk, and is the own desk of the hub again after that', async () => {
  const { page } = window;
  await page.getByRole('button', { name: 'Practise at another desk' }).press('Enter');
  await page.getByLabel('Desk to practise at').fill('T1-06');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Sign in at desk T1-06' })).toBeVisible();
  await page.getByRole('button', { name: "Back to the hub's own" }).press('Enter');
  await expect(page.getByRole('button', { name: 'Sign in at desk T1-04' })).toBeVisible();
});

test('a seat that one window holds is seen to go in the other, and to come back', async () => {
  await signIn(window.page, AGENT, 'T1-04');
  const opened = window.app.waitForEvent('window');
  await window.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('new-window')?.click());
  const [one, two] = [window.page, await opened];
  await signIn(two, OTHER_AGENT, 'T1-05');
  for (const page of [one, two]) await new BoardPage(page).openDirect();
  const [taker, watcher] = [new FlightPage(one), new FlightPage(two)];

  const [seat = ''] = await taker.freeSeats();
  await watcher.pick(seat);
  await taker.pick(seat);
  const locator = await taker.hold();
  await watcher.sees(seat, 'held by desk T1-04');
  await expect(two.getByText(`${seat} went to desk T1-04`).first()).toBeVisible();
  await expect(watcher.chip(locator)).toHaveCount(0);
  await taker.panel.getByRole('button', { name: 'Release' }).click();
  await watcher.sees(seat, 'free(, next best)?');
});
