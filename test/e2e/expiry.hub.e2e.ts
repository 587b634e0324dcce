// A hold that ends by itself, seen at the desk that had it and at another.
import { test } from '@playwright/test';
import { BoardPage } from './support/board-page.ts';
import { FlightPage } from './support/flight-page.ts';
import { watchHoldExpire } from './support/hold-expires.ts';
import { AGENT, openConsole } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

test('seats whose hold ends are free on every screen, and the sale says what happened', async ({ browser, page }) => {
  const other = await browser.newPage();
  await openConsole(other, hub.address, AGENT, 'T1-05');
  await new BoardPage(other).openDirect();
  const there = new FlightPage(other);
  const allThere = async (seats: readonly string[], state: string) => {
    for (const seat of seats) await there.sees(seat, state);
  };

  await page.goto(hub.address);
  await watchHoldExpire({
    page,
    moveTime: (ms) => hub.moveTime(ms),
    held: (seats) => allThere(seats, 'held by desk T1-01'),
    ended: (seats) => allThere(seats, 'free'),
  });
  await other.close();
});
