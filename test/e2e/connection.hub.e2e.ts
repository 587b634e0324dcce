// A family on two flights: one hold, one price, one locator, all or nothing.
import { test } from '@playwright/test';
import { BoardPage } from './support/board-page.ts';
import { ChangePage } from './support/change-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { pressLetter } from './support/press-letter.ts';
import { runCommand } from './support/run-command.ts';
import { AGENT, openConsole } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

test('a party with a child and an infant on the lap is sold two flights at once', async ({ page }) => {
  await openConsole(page, hub.address, AGENT);
  const board = new BoardPage(page);
  await board.openWithStop({ from: 'BUF', to: 'LAX', date: '+2', party: '1+1+1' });

  // The tabs say which flight still wants seats; the next step leads there, and at the end to the hold.
  const flight = new FlightPage(page);
  const legs = page.getByRole('tablist', { name: 'Flights of this itinerary' }).getByRole('tab');
  await expect(legs).toHaveCount(2);
  const first = await flight.best();
  await flight.panel.getByRole('button', { name: 'Seats on the next flight' }).click();
  await expect(legs.nth(1)).toHaveAttribute('aria-selected', 'true');
  const second = await flight.best();
  expect([first.length, second.length]).toEqual([2, 2]);
  const locator = await flight.hold();

  const { passengers } = flight;
  await flight.name('PETROV/ELENA MRS');
  await passengers.getByLabel('Name of child 2').fill('PETROV/MISHA');
  const thisYear = new Date().getUTCFullYear();
  await passengers.getByLabel('Birth date of child 2').fill(`12MAR${thisYear - 8}`);
  await passengers.getByLabel('Name of the infant on the lap of adult 1').fill('PETROV/ANNA');
  await passengers.getByLabel('Birth date of the infant on the lap of adult 1').fill(`31DEC${thisYear - 1}`);
  await flight.contact('e.petrov@example.com');
  await flight.payCash();
  expect(await flight.sold()).toBe(locator);

  const flights = page.getByRole('table', { name: 'Flights' }).getByRole('row');
  await expect(flights).toHaveCount(2);
  await expect(flights.nth(0)).toContainText(first.join(' '));
  await expect(flights.nth(1)).toContainText(second.join(' '));
  await expect(page.getByRole('table', { name: 'Passengers' }).getByRole('row', { name: 'PETROV/ANNA' })).toContainText('lap');
});

test('the second flight of a connection is changed for a later one, and the first stays as it was, by keyboard alone', async ({ page }) => {
  await openConsole(page, hub.address, AGENT);
  await new BoardPage(page).openWithStop({ from: 'BUF', to: 'LAX', date: '+2' });
  const flight = new FlightPage(page);
  await flight.best();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { selected: true })).toHaveAttribute('id', 'leg-tab-1');
  await flight.best();
  const locator = await flight.hold();
  await flight.fillIn('PETROV/ELENA MRS');
  await flight.payCash('5000');
  expect(await flight.sold()).toBe(locator);
  await runCommand(page, locator);
  const flights = page.getByRole('region', { name: 'Itinerary' }).getByRole('listitem').filter({ hasText: 'HK confirmed' });
  await expect(flights).toHaveCount(2);
  const first = await flights.nth(0).innerText();
  const second = /^\S+ \S+/.exec(await flights.nth(1).innerText())?.[0] ?? 'no flight';

  const change = new ChangePage(page);
  await change.begin('f');
  // F again is of the next flight.
  await page.keyboard.press('f');
  await expect(page.getByRole('heading', { name: 'Another flight' })).toBeVisible();
  await expect(page.getByRole('radio', { name: second })).toBeChecked();
  const later = change.row('Flights found', /about, in all/).first();
  await later.focus();
  const [found = 'no flight'] = /[A-Z0-9]{2} \d+/.exec(await later.innerText()) ?? [];
  await pressLetter(page, '1');
  await expect(later).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Enter');
  await expect(change.offer.getByRole('heading', { name: /^Offer \d/ })).toBeVisible();
  await change.take();
  await expect(change.done).toContainText('is changed');
  await pressLetter(page, 'y');
  await expect(flights.nth(0)).toHaveText(first, { useInnerText: true });
  await expect(flights.nth(1)).toContainText(found);
  await expect(page.getByRole('region', { name: 'Itinerary' })).not.toContainText(second);
});
