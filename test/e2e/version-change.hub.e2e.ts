// The hub is replaced by one of another protocol while somebody sells: an older console is told to load its page again and then goes on, a newer one waits.
import { type Page, test } from '@playwright/test';
import { BoardPage } from './support/board-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { NextAisle } from './support/next-aisle.ts';
import { AGENT, openConsole, unlock } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
let next: NextAisle;
test.beforeAll(async () => {
  next = new NextAisle();
  hub = await Hub.start();
});
test.afterAll(async () => {
  await hub.remove();
  next.remove();
});

/** What the hub has answered that it keeps for the holds of a page. It fills as the page goes on. */
function keptDrafts(page: Page): string[] {
  const kept: string[] = [];
  page.on('websocket', (socket) => {
    const asked = new Map<number, string>();
    socket.on('framesent', ({ payload }) => {
      const { id, method, input } = JSON.parse(String(payload));
      if (method === 'holds.keepDraft') asked.set(id, JSON.stringify(input));
    });
    socket.on('framereceived', ({ payload }) => {
      const { id, ok } = JSON.parse(String(payload));
      if (ok === true && asked.has(id)) kept.push(asked.get(id) ?? '');
    });
  });
  return kept;
}

const NAME = 'PETROV/ELENA MRS';
const PHONE = '+1 212 555 0148';
const live = (page: Page) => page.getByRole('banner').getByText('Live', { exact: true });
const bar = (page: Page, words: RegExp) => page.getByRole('alert').filter({ hasText: words });

test('a hold and what was typed for it outlive both changes', async ({ page }) => {
  const drafts = keptDrafts(page);
  await openConsole(page, hub.address, AGENT);
  await new BoardPage(page).openDirect();
  const flight = new FlightPage(page);
  await flight.best();
  const locator = await flight.hold();
  await flight.name(NAME);
  await flight.contact(PHONE);
  await expect.poll(() => drafts.some((draft) => draft.includes(PHONE))).toBe(true);

  await hub.stop();
  await hub.startAgain(next.hub);
  await expect(bar(page, /this page is too old for it\. Load it again to go on: Ctrl R/)).toBeVisible();
  // Nothing is taken away before somebody loads the page.
  await expect(flight.passengers.getByLabel('Name of adult 1')).toHaveValue(NAME);
  await page.reload();
  await expect(bar(page, /too old/)).toHaveCount(0);
  // A hub that was started again takes nobody back without the PIN.
  await unlock(page, AGENT);
  await expect(live(page)).toBeVisible();
  await flight.chip(locator).click();
  expect(await flight.heldLocator()).toBe(locator);
  await expect(flight.passengers.getByLabel('Name of adult 1')).toHaveValue(NAME);
  await expect(flight.passengers.getByLabel('Phone or e-mail')).toHaveValue(PHONE);

  // The update is taken back: now the page is newer than its hub.
  await hub.stop();
  await hub.startAgain();
  await expect(bar(page, /This console is newer than its hub.*waits.*by itself/)).toBeVisible();
  await expect(flight.passengers.getByLabel('Name of adult 1')).toHaveValue(NAME);
  await hub.stop();
  await hub.startAgain(next.hub);
  await expect(bar(page, /newer than its hub/)).toHaveCount(0);
  await unlock(page, AGENT);
  await expect(live(page)).toBeVisible();
  await expect(flight.passengers.getByLabel('Name of adult 1')).toHaveValue(NAME);
  await flight.payCash('5000');
  expect(await flight.sold()).toBe(locator);
});
