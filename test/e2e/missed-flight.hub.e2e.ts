// Somebody stands at the counter whose flight has left without them: three ways on with their price, and one of them paid, by keyboard alone.
import { type Page, test } from '@playwright/test';
import { AdminPage } from './support/admin-page.ts';
import { expectAccessible } from './support/axe.ts';
import { openDesk } from './support/desk-calls.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { notePrints } from './support/note-prints.ts';
import { pressLetter } from './support/press-letter.ts';
import { runCommand } from './support/run-command.ts';
import { openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

const MINUTE_MS = 60_000;
const ZONE = 'America/New_York';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** A flight from New York to Ogdensburg, where no other flies, that leaves in so many minutes, as a line of a file. */
function lineOf(number: number, minutes: number, fare: string): string {
  const [date, departs] = localTime(Date.now() + minutes * MINUTE_MS);
  const [, arrives] = localTime(Date.now() + (minutes + 85) * MINUTE_MS);
  return `YQ,${number},JFK,OGS,${date},${date},${departs},${arrives},320,${fare}`;
}

function localTime(at: number): [date: string, time: string] {
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' }).format(at);
  const [date = '', time = ''] = text.split(' ');
  return [date, time];
}

/** Supervisors set flights up, and what a change of tickets costs from now on. */
async function prepare(page: Page): Promise<void> {
  await openConsole(page, hub.address, SUPERVISOR, 'T1-01');
  await new AdminPage(page).addFlights(
    ...[lineOf(951, 45, '129.00'), lineOf(953, 180, '129.00'), lineOf(955, 240, '159.00'), lineOf(957, 300, '129.00')],
  );
  const desk = await openDesk(page, SUPERVISOR, 'T1-09');
  const tiers = [{ overMinutes: 0, percent: 100 }];
  await desk.call('refunds.addPolicy', {
    ...{ requestId: 'a-change-fee', name: 'standard', basedOn: 1, reason: 'a fee for changes', tiers },
    ...{ cancelFee: {}, changeFee: { USD: 75_00 } },
  });
}

test('a passenger who missed a flight by their own fault is sold one of three ways on, by keyboard alone', async ({ page, browser }) => {
  await prepare(await (await browser.newContext({ reducedMotion: 'reduce' })).newPage());
  await page.goto(hub.address);
  await notePrints(page);
  const keys = page.keyboard;
  const flight = new FlightPage(page);

  // An agent signs in and sells a seat on the flight that leaves soon.
  await expect(page.getByLabel('Name')).toBeFocused();
  await keys.press('1');
  await keys.type('1204');
  await keys.press('Enter');
  await expect(page.getByRole('grid', { name: 'Departures of JFK' })).toBeVisible();
  await runCommand(page, 'YQ951');
  await expect(flight.grid.getByRole('gridcell').and(page.locator(':focus'))).toBeVisible();
  await keys.press('b');
  await expect(flight.grid.getByRole('gridcell', { selected: true })).toBeFocused();
  await keys.press('Enter');
  const locator = await flight.heldLocator();
  await expect(page.getByLabel('Name of adult 1')).toBeFocused();
  await keys.type('petrov/elena mrs');
  await keys.press('Enter');
  await expect(page.getByLabel('Phone or e-mail')).toBeFocused();
  await keys.type('2125550148');
  await keys.press('Enter');
  await expect(page.getByLabel('Cash given')).toBeFocused();
  await keys.press('c');
  await keys.press('Enter');
  expect(await flight.sold()).toBe(locator);

  // It leaves, and she comes to the counter, where the console was locked meanwhile.
  await hub.moveTime(50 * MINUTE_MS);
  await expect(page.getByLabel('PIN of ruiz')).toBeFocused();
  await keys.type('1204');
  await keys.press('Enter');
  await expect(page.getByRole('form', { name: 'Unlock' })).toHaveCount(0);
  await runCommand(page, locator);
  await expect(page.getByRole('heading', { level: 1, name: locator })).toBeVisible();
  await pressLetter(page, 'n');
  const dialog = page.getByRole('dialog', { name: `Did ${locator} miss a flight?` });
  await expect(dialog.getByText(/O then asks for three ways on/)).toBeVisible();
  await keys.press('Tab');
  await expect(dialog.getByLabel('Reason')).toBeFocused();
  await keys.type('came late to the gate');
  await keys.press('Enter');
  await expect(dialog).toHaveCount(0);

  // O keeps the seats of three ways, and each says what it costs.
  await pressLetter(page, 'o');
  await expect(page.getByRole('heading', { name: 'Three ways on' })).toBeVisible();
  const ways = page.getByRole('list', { name: 'Ways on' }).getByRole('button');
  await expect(ways).toHaveCount(3);
  await expect(ways.nth(0)).toBeFocused();
  await expect(ways.nth(0)).toContainText('YQ 953');
  await expect(ways.nth(0)).toContainText('75.00 to pay');
  await expect(ways.nth(1)).toContainText(/fare \+\d+\.\d\d, fee 75\.00/);
  for (let at = 0; at < 3; at++) await expect(ways.nth(at)).toContainText(/2:\d\d|3:00/);
  await expectAccessible(page, 'three ways on with their price');

  // Enter on one of them leads to its offer, however hurried. Esc goes back, and another way is one digit away.
  await keys.press('ArrowDown');
  await expect(ways.nth(1)).toBeFocused();
  await keys.press('Enter');
  await keys.press('Enter');
  const offer = page.getByRole('complementary', { name: 'Offer' });
  await expect(offer).toContainText('YQ 955, as held');
  // The first Esc leaves its amount, the second the offer.
  await expect(offer.getByRole('textbox').and(page.locator(':focus'))).toBeVisible();
  await keys.press('Escape');
  await keys.press('Escape');
  await expect(offer).not.toContainText('YQ 955');
  await expect(ways.nth(0)).toBeFocused();
  await pressLetter(page, '1');
  await expect(offer).toContainText('Change fee');
  await expect(offer).toContainText('75.00');
  await expectAccessible(page, 'the offer of a way on');

  // Paid in cash: C says that it is there.
  await expect(offer.getByRole('textbox').and(page.locator(':focus'))).toBeVisible();
  await keys.press('c');
  await expect(page.getByLabel('Cash given')).toBeFocused();
  await expect(page.locator('.ch-acts').getByRole('button', { name: /^Take 75\.00 cash/ })).toBeEnabled();
  await keys.press('Enter');
  await expect(page.getByText(`${locator} is changed, 75.00 paid.`)).toBeVisible();
  await pressLetter(page, 'p');
  await expect(page.locator('html[data-printed]')).toHaveCount(1);
  await pressLetter(page, 'y');

  // The booking flies later, its history says why, and the other ways went back to sale.
  await expect(page.getByRole('region', { name: `Booking ${locator}` })).toContainText('YQ 953');
  const history = page.getByRole('complementary', { name: 'Actions and history' });
  await expect(history).toContainText('YQ 951 missed by the fault of the passenger: came late to the gate');
  await expect(history).toContainText('YQ 953 instead of YQ 951');
});
