// A hold that nobody paid ends, and its customer comes back: one key holds the same seats again, or the next best, with what was typed.
import { type Page, test } from '@playwright/test';
import { SETTING_RULES } from '../../shared/setting-rules.ts';
import { almostSold } from './support/almost-sold.ts';
import { BoardPage } from './support/board-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { pressLetter } from './support/press-letter.ts';
import { readStore } from './support/read-store.ts';
import { ReservationsPage } from './support/reservations-page.ts';
import { OTHER_AGENT, openConsole } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

/** Opens the lapsed booking by its locator, and revives it by Y. Returns the locator of the new hold. */
async function revive(page: Page, locator: string): Promise<string> {
  const reservations = new ReservationsPage(page);
  await reservations.goThere();
  await reservations.find(locator);
  await expect(reservations.booking(locator)).toBeVisible();
  await pressLetter(page, 'y');
  const flight = new FlightPage(page);
  const held = await flight.heldLocator();
  await expect(flight.passengers.getByLabel('Name of adult 1')).toHaveValue('PETROV/ELENA MRS');
  await expect(flight.passengers.getByLabel('Phone or e-mail')).toHaveValue('+1 212 555 0148');
  return held;
}

test('a hold that ended unpaid is held again by one key on the same seat, then on the next best, and is sold with the names that were typed', async ({
  page,
  browser,
}) => {
  const { flight, seat, locator } = await almostSold(page, hub.address);
  // What was typed is kept a moment after it was typed.
  await expect.poll(async () => (await readStore(hub.storeFile('training'))).drafts.join()).toContain('555 0148');
  await hub.moveTime(SETTING_RULES.holdMinutes.default * 60_000);
  await expect(flight.panel).toContainText('The hold time is over.');

  const again = await revive(page, locator);
  expect(again).not.toBe(locator);
  await flight.sees(seat, 'chosen( for .+)?');

  await hub.moveTime(SETTING_RULES.holdMinutes.default * 60_000);
  await expect(flight.panel).toContainText('The hold time is over.');
  const other = await (await browser.newContext()).newPage();
  await openConsole(other, hub.address, OTHER_AGENT, 'T1-05');
  await new BoardPage(other).openDirect();
  const theirs = new FlightPage(other);
  await theirs.pick(seat);
  await theirs.hold();

  const third = await revive(page, again);
  expect(await flight.chosenSeats()).not.toContain(seat);
  await flight.payCash();
  expect(await flight.sold()).toBe(third);
  await other.context().close();
});
